using System.CommandLine;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim verify</c>: walks the journal of each school, and holds it against paper.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var command = new Command("verify", "Walk the journal of each school, its letters, numbers, frozen forms and files.");
        var expect = new Option<string>("--expect") { Description = "A fingerprint from a signed paper: is it of this journal?" };
        var school = new Option<string>("--school") { Description = "Only the school of that slug." };
        command.AddDataFolder();
        command.Add(expect);
        command.Add(school);
        command.SetAction(async (parsed, cancellation) =>
        {
            var fingerprint = Parsed(parsed.GetValue(expect));
            using var installation = await Installation.OpenAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            var schools = await installation.SchoolsAsync(parsed.GetValue(school), cancellation);
            var intact = await WalkAsync(installation, schools, cancellation);
            return intact & (fingerprint is null || await FindAsync(installation, schools, fingerprint, cancellation)) ? 0 : 1;
        });
        return command;
    }

    private static Fingerprint? Parsed(string? typed) => typed is null ? null
        : Fingerprint.TryParse(typed, out var fingerprint) ? fingerprint
        : throw new CommandException("--expect takes a fingerprint as it stands on the paper, such as 1234-ABCD-EFGH-JKMN-PQRS-TVWX", 2);

    private static async Task<bool> WalkAsync(Installation installation, IEnumerable<School> schools, CancellationToken cancellation)
    {
        long lines = 0, letters = 0, files = 0, forms = 0;
        foreach (var school in schools)
        {
            await using var snapshot = await Snapshot.BeginAsync(installation.Database.Open(school.Id), cancellation);
            var report = await Verifier.VerifyAsync(snapshot.Db, installation.Store, cancellation);
            if (!report.Intact)
            {
                Console.WriteLine($"journal: broken: school {school.Slug}: {report.Contradiction}");
                return false;
            }
            (lines, letters, files, forms) = (lines + report.Lines, letters + report.Letters, files + report.Files, forms + report.Forms);
        }
        Console.WriteLine($"journal: {lines} lines, intact");
        Console.WriteLine($"letters: {letters}, numbered without gap or double; files: {files}, all there");
        Console.WriteLine($"forms: {forms}, as they were frozen");
        return true;
    }

    private static async Task<bool> FindAsync(
        Installation installation, IEnumerable<School> schools, Fingerprint fingerprint, CancellationToken cancellation)
    {
        foreach (var school in schools)
        {
            await using var db = installation.Database.Open(school.Id);
            if (await Verifier.FindAsync(db, fingerprint, cancellation) is not { } line)
                continue;
            Console.WriteLine($"fingerprint: school {school.Slug}, acts, line {line.Number} of {line.Day:yyyy-MM-dd}");
            return true;
        }
        Console.WriteLine($"fingerprint: not of this journal: no school's line {fingerprint.Line} of acts has it");
        return false;
    }
}
