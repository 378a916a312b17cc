using System.Text;
using Ishenim.Core.Journal;
using Ishenim.Settings;
using Ishenim.Tests.Pages.Public;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Released;

/// <summary>
/// Makes the data of the version that is about to be released, with rows in every table. Run by hand, once for each version
/// (README.md): the point of the files is that old data still open.
/// </summary>
public sealed class ReleasedMaker
{
    private const string Version = "0.1";
    private const string Text = "Ашканада тамак муздак, түшкү тыныгуу кыска.";
    private const string Answer = "Тыныгууну он мүнөткө узартабыз.";
    private const string FileText = "тизме: ботко, чай";

    [Fact(Explicit = true)]
    public async Task Make_ThisVersion_FilesWritten()
    {
        // A mail server that never answers: without one, what waits to be sent is dropped.
        await using var site = await TestSite.StartAsync(change: settings => settings with { Smtp = new SmtpSettings("127.0.0.1", 9, "ishenim@example.kg", null, null, false) });
        var code = await FillAsync(site);
        using (var year = new ReleasedYear(site))
            await year.LiveAsync();
        using var place = new TemporaryFolder();
        var folder = Path.Combine(place.Path, "data");
        await CopyAsync(site, folder);
        var backup = Path.Combine(place.Path, "backup.zip");
        var (exitCode, said) = await RunningProgram.RunAsync("backup", backup, "--data", folder);
        Assert.True(exitCode == 0, said);
        var (who, report) = (site.School.Responsible, await VerifyAsync(site));
        new ReleasedData(Version).Pack(folder, backup, new ReleasedKeys(
            site.Time.Now.AddHours(1), who.Login, who.Passphrase, Convert.ToHexStringLower(who.OtpSecret), code, Text, Answer, FileText, report.Letters, report.Files));
    }

    /// <summary>A letter with a file and its answer, a signed one, one about the director, and one of the next day.</summary>
    private static async Task<string> FillAsync(TestSite site)
    {
        var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", Text), ("files", ("тизме.txt", Encoding.UTF8.GetBytes(FileText)))));
        await site.SendAsync(("text", "Кол коюлган кат"), ("signed", "true"), ("name", "Үсөн Мисалов"), ("contact", "+996 700 000 000"));
        await site.SendAsync(("text", "Директор жөнүндө"), ("about", "director"));
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var register = await staff.GetAsync("/desk/appeals");
        var path = register.QuerySelectorAll("a[href*='/desk/appeals/']").Last(link => link.TextContent.Contains("2026-1", StringComparison.Ordinal)).GetAttribute("href")!;
        var taken = await staff.SubmitAsync(await staff.GetAsync(path), "form[action*=takeup]");
        await staff.SubmitAsync(taken, "form[action*=answer]", ("answer", Answer));
        site.Time.Pass(TimeSpan.FromDays(1));
        await site.SendAsync(("text", "Эртеңки кат"));
        using var again = await StaffClient.SignInAsync(site, site.School.Responsible);
        return json.GetProperty("receipt").GetString()!;
    }

    private static async Task<VerifyReport> VerifyAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        var report = await Verifier.VerifyAsync(db, site.School.Files, CancellationToken.None);
        Assert.Null(report.Contradiction);
        return report;
    }

    /// <summary>One file without a write-ahead log, as a program that ended leaves it.</summary>
    private static async Task CopyAsync(TestSite site, string folder)
    {
        Directory.CreateDirectory(folder);
        await using (var db = new SqliteConnection($"Data Source={site.Database.Settings.SqliteFile};Pooling=False"))
        {
            await db.OpenAsync();
            await using var vacuum = db.CreateCommand();
            vacuum.CommandText = $"VACUUM INTO '{Path.Combine(folder, "ishenim.db")}'";
            await vacuum.ExecuteNonQueryAsync();
        }
        var files = Path.Combine(site.Database.Folder, "files");
        foreach (var file in Directory.GetFiles(files, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "files", Path.GetRelativePath(files, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
