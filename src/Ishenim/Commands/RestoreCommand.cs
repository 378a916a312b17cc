using System.CommandLine;
using Ishenim.Core.Storage;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim restore FILE</c>: a backup into an empty place, on either database.</summary>
internal static class RestoreCommand
{
    private static readonly Option<string[]> LastNumbers = new("--last-number")
    {
        Description = "The last number that stands on paper, as SERIES=N or SCHOOL/SERIES=N, such as appeals:2026=41; may repeat. "
            + "Without it, a terminal is asked.",
    };

    private static readonly Option<bool> Despite = new("--despite-contradictions")
    {
        Description = "Restore also where journal, letters and files contradict each other.",
    };

    private static readonly Option<string?> Destroyed = new("--destroyed")
    {
        Description = $"The list of what was destroyed after its term; {DestructionList.FileName} beside FILE by default.",
    };

    public static Command Build()
    {
        var command = new Command("restore", "Bring a backup into an empty data folder or database.");
        var file = new Argument<string>("FILE") { Description = "What 'ishenim backup' wrote." };
        command.AddDataFolder();
        command.Add(file);
        command.Add(LastNumbers);
        command.Add(Despite);
        command.Add(Destroyed);
        command.SetAction((parsed, cancellation) => RestoreAsync(parsed, parsed.GetRequiredValue(file), cancellation));
        return command;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, string path, CancellationToken cancellation)
    {
        var asked = new PaperQuestions(parsed.GetValue(LastNumbers) ?? []);
        try
        {
            var destroyed = await DestructionsAsync(parsed.GetValue(Destroyed), path, cancellation);
            await using var file = File.OpenRead(path);
            using var backup = BackupReader.Open(file);
            using var installation = await Installation.CreateAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            var restorer = new Restorer(installation.Database, installation.Store, installation.Time) { Destroyed = destroyed };
            var report = await restorer.RestoreAsync(backup, asked.AskAsync, parsed.GetValue(Despite), cancellation);
            return Say(report);
        }
        catch (BackupUnusableException damaged)
        {
            throw new CommandException($"the backup cannot be restored: {damaged.Message}; nothing was changed");
        }
        catch (Exception refused) when (refused is PlaceNotEmptyException or LastNumberTooLowException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"nothing was restored: {refused.Message}");
        }
    }

    private static async Task<DestructionList> DestructionsAsync(string? named, string backup, CancellationToken cancellation)
    {
        if (named is not null && !File.Exists(named))
            throw new CommandException($"{named} is not there", 2);
        var path = named ?? DestructionList.Beside(backup);
        if (!File.Exists(path))
            Console.WriteLine($"{path} is not there: as it should be, unless letters were destroyed after their term; if some were, restore anew with --destroyed and that list");
        return await DestructionList.ReadAsync(path, cancellation);
    }

    private static int Say(RestoreReport report)
    {
        if (report.DestroyedAgain > 0)
            Console.WriteLine($"destroyed again, as the list beside the backup says: {report.DestroyedAgain} letters");
        Console.WriteLine($"restored: {report.Schools} school(s), {report.Letters} letters, {report.Files} files");
        foreach (var contradiction in report.Contradictions)
            Console.WriteLine($"journal: broken: {contradiction}");
        if (report.Contradictions.Count == 0)
            Console.WriteLine($"journal: {report.Lines} lines, intact");
        Console.WriteLine("Everybody signs in anew; who was invited needs a new link.");
        return report.Contradictions.Count == 0 ? 0 : 1;
    }
}
