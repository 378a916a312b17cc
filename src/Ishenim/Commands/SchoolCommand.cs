using System.CommandLine;
using Ishenim.Core.Schools;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim school add</c> and <c>ishenim school list</c>.</summary>
internal static class SchoolCommand
{
    public static Command Build() => new("school", "The schools of this installation.") { Add(), List() };

    private static Command Add()
    {
        var command = new Command("add", "Add a school, or make a new set-up link for one that is not set up; prints the link.");
        var name = new Option<string>("--name") { Description = "What it is called until it is set up." };
        var slug = new Option<string>("--slug") { Description = "Its part of the address: lower-case Latin letters, digits, hyphens.", Required = true };
        command.AddSettings();
        command.Add(name);
        command.Add(slug);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var installation = await Installation.CreateAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            Console.WriteLine($"Set the school up within 24 hours (this link works once): {await LinkAsync(installation, parsed.GetRequiredValue(slug), parsed.GetValue(name))}");
            return 0;
        });
        return command;
    }

    private static async Task<string> LinkAsync(Installation installation, string slug, string? name)
    {
        var founding = Founding(installation);
        try
        {
            var school = (await installation.Database.SchoolsAsync()).FirstOrDefault(one => one.Slug == slug) ?? await founding.AddAsync(slug, name);
            return await SetUpLinks.NewAsync(founding, school, SetUpLinks.Root(installation.Settings))
                ?? throw new CommandException($"the school '{slug}' is there and set up already", 2);
        }
        catch (SlugNotFree)
        {
            throw new CommandException($"'{slug}' cannot be a part of an address: at most {School.SlugLength} lower-case Latin letters, digits and hyphens", 2);
        }
    }

    private static Command List()
    {
        var command = new Command("list", "Each school: its place, address, name, and the day it opened.");
        command.AddSettings();
        command.SetAction(async (parsed, cancellation) =>
        {
            using var installation = await Installation.OpenAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            foreach (var school in await installation.Database.SchoolsAsync(cancellation))
                Console.WriteLine($"{school.Place}\t{SetUpLinks.Address(school, SetUpLinks.Root(installation.Settings), "/")}\t{school.Slug}\t{school.Name.Kyrgyz}\t{(school.OpenedOn is { } day ? $"open since {day:yyyy-MM-dd}" : "not open")}");
            return 0;
        });
        return command;
    }

    private static SchoolFounding Founding(Installation installation) => new(installation.Database, installation.Settings.CodeArgon, installation.Time);
}
