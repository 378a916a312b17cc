using System.CommandLine;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim staff invite</c> and <c>close</c>: for those whom nobody at the desk can help.</summary>
internal static class StaffCommand
{
    public static Command Build() => new("staff", "People of a school.")
    {
        Command("invite", "A new link for one who lost passphrase, phone and recovery sheet.", async (staff, installation, school, person) =>
        {
            var token = await staff.InviteAsync(school, person);
            return $"This link works once, within 24 hours: {SetUpLinks.Address(school, SetUpLinks.Root(installation.Settings), $"/desk/invitation/{token}")}";
        }),
        Command("close", "Closes the account of one who left without stepping down.", async (staff, _, school, person) =>
        {
            await staff.CloseAsync(school, person);
            return "Closed: the person's keys are deleted and the sessions have ended.";
        }),
    };

    private static Command Command(string name, string does, Func<ConsoleStaff, Installation, School, string, Task<string>> work)
    {
        var command = new Command(name, does);
        var school = new Option<string>("--school") { Description = "The school's part of the address (ishenim school list).", Required = true };
        var person = new Option<string>("--person") { Description = "The person's name or login.", Required = true };
        command.AddSettings();
        command.Add(school);
        command.Add(person);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var installation = await Installation.OpenAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            var found = (await installation.SchoolsAsync(parsed.GetRequiredValue(school), cancellation))[0];
            var (staff, who) = (new ConsoleStaff(installation.Database, installation.Time), parsed.GetRequiredValue(person));
            Console.WriteLine(await TryAsync(() => work(staff, installation, found, who), $"{found.Slug} has no '{who}', or several"));
            return 0;
        });
        return command;
    }

    private static async Task<string> TryAsync(Func<Task<string>> work, string nobody)
    {
        try
        {
            return await work();
        }
        catch (NoSuchPerson)
        {
            throw new CommandException(nobody, 2);
        }
        catch (LettersWouldHaveNoReader)
        {
            throw new CommandException("some letters could be read by nobody else then: the recovery sheet in the safe is the way (page /desk/recover)");
        }
    }
}
