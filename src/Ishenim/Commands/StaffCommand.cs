using System.CommandLine;
using Ishenim.Core.Staff;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim staff invite</c>: for an administrator who lost passphrase, phone and recovery sheet.</summary>
internal static class StaffCommand
{
    public static Command Build() => new("staff", "People of a school.") { Invite() };

    private static Command Invite()
    {
        var command = new Command("invite", "A new link for an administrator who lost everything.");
        var school = new Option<string>("--school") { Description = "The school's part of the address (ishenim school list).", Required = true };
        var person = new Option<string>("--person") { Description = "The administrator's name or login.", Required = true };
        command.AddSettings();
        command.Add(school);
        command.Add(person);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var installation = await Installation.OpenAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            var found = (await installation.SchoolsAsync(parsed.GetRequiredValue(school), cancellation))[0];
            Console.WriteLine($"This link works once, within 24 hours: {await LinkAsync(installation, found, parsed.GetRequiredValue(person))}");
            return 0;
        });
        return command;
    }

    private static async Task<string> LinkAsync(Installation installation, Core.Schools.School school, string person)
    {
        try
        {
            var token = await installation.Database.InviteAdministratorAsync(school, person, installation.Time);
            return SetUpLinks.Address(school, SetUpLinks.Root(installation.Settings), $"/desk/invitation/{token}");
        }
        catch (NoSuchAdministrator)
        {
            throw new CommandException($"{school.Slug} has no administrator '{person}', or several", 2);
        }
        catch (LettersWouldHaveNoReader)
        {
            throw new CommandException("some letters could be read by nobody else then: the recovery sheet in the safe is the way (page /desk/recover)");
        }
    }
}
