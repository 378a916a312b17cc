using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Archive;

public sealed class ArchivePageTests
{
    private const string Reason = "Райондук архивдин № 12 суроо каты";

    [Fact]
    public async Task Make_YearWithFilesAndNames_FolderOpensByItselfAndItsSumsAreRight()
    {
        await using var site = await TestSite.StartAsync();
        var (closed, number) = await CloseAsync(site.School);
        await site.School.AcceptAsync(TestSchool.Letter("Каралып жаткан кат."));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var zip = await client.DownloadAsync(await client.GetAsync("/desk/archive"), "[data-archive]",
            [("archive.year", "2026"), ("archive.reason", Reason), ("archive.names", "true"), .. Proof(site)]);

        using var archive = new ZipArchive(new MemoryStream(zip));
        var files = archive.Entries.ToDictionary(entry => entry.FullName, Bytes);
        Assert.Equal(
            ["SHA256SUMS", "index.html", "letters.pdf", $"letters/{number}/1-сүрөт.txt", $"letters/{number}/letter.html", "register.csv", "register.pdf"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("файлдын сөзү", Encoding.UTF8.GetString(files[$"letters/{number}/1-сүрөт.txt"]));
        foreach (var line in Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(files[line[66..]])));
        var letter = Encoding.UTF8.GetString(files[$"letters/{number}/letter.html"]);
        foreach (var word in new[] { "Ашкана муздак.", "Айнура Мисалова", "Оңдойбуз.", "Терезе коюлду.", "1-сүрөт.txt" })
            Assert.Contains(word, letter, StringComparison.Ordinal);
        Assert.Contains("Ашкана муздак.", Encoding.UTF8.GetString(files["register.csv"]), StringComparison.Ordinal);
        Assert.DoesNotContain("Каралып жаткан кат.", Encoding.UTF8.GetString(files["register.csv"]), StringComparison.Ordinal);
        Assert.Contains($"letters/{number}/letter.html", Encoding.UTF8.GetString(files["index.html"]), StringComparison.Ordinal);
        Assert.True(files["letters.pdf"].AsSpan().StartsWith("%PDF"u8));
        await using var db = site.School.Database.Open(site.School.Id);
        var lines = await db.Set<JournalLine>().AsNoTracking().ToListAsync();
        Assert.Single(lines, line => line.Verb == JournalVerb.ArchiveMade && line.Actor == site.School.Director.Id);
        Assert.Single(lines, line => line.Verb == JournalVerb.IdentityShown && line.Appeal == closed);
        Assert.DoesNotContain(lines, line => line.Detail?.Contains("архив", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public async Task Make_WithoutNames_HasNone()
    {
        await using var site = await TestSite.StartAsync();
        await CloseAsync(site.School);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var zip = await client.DownloadAsync(await client.GetAsync("/desk/archive"), "[data-archive]", [("archive.year", "2026"), ("archive.reason", Reason), .. Proof(site)]);

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.All(archive.Entries.Where(entry => !entry.FullName.EndsWith(".pdf", StringComparison.Ordinal)), entry =>
            Assert.DoesNotContain("Айнура", Encoding.UTF8.GetString(Bytes(entry)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Make_LostFileAndBrokenLetter_TheRestIsThereAndTheFirstPageSaysWhatIsNot()
    {
        await using var site = await TestSite.StartAsync();
        var (broken, first) = await CloseAsync(site.School);
        var (_, second) = await CloseAsync(site.School);
        foreach (var file in Directory.GetFiles(Path.Combine(site.School.Database.Folder, "files"), "*", SearchOption.AllDirectories))
            File.Delete(file);
        await using (var db = site.School.Database.Open(site.School.Id))
            await db.Set<Grant>().Where(grant => grant.Appeal == broken && grant.Recipient == site.School.Director.Id.Value).ExecuteUpdateAsync(row => row.SetProperty(grant => grant.Sealed, new byte[80]));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var zip = await client.DownloadAsync(await client.GetAsync("/desk/archive"), "[data-archive]", [("archive.year", "2026"), ("archive.reason", Reason), .. Proof(site)]);

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Contains(archive.Entries, entry => entry.FullName == $"letters/{second}/letter.html");
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith($"letters/{first}/", StringComparison.Ordinal));
        var page = Encoding.UTF8.GetString(Bytes(archive.GetEntry("index.html")!));
        Assert.Contains($"letters/{second}/1-сүрөт.txt", page, StringComparison.Ordinal);
        Assert.Contains("ошондуктан кирбеген кайрылуулар: 1.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive.year", "2020", "archive-year")]
    [InlineData("archive.reason", "жок", "archive-reason")]
    [InlineData("proof.passphrase", "башка сөз", null)]
    public async Task Make_BadInput_IsToldAndNothingIsMade(string field, string value, string? control)
    {
        await using var site = await TestSite.StartAsync();
        await CloseAsync(site.School);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        (string Name, string? Value)[] good = [("archive.year", "2026"), ("archive.reason", Reason), .. Proof(site)];

        var page = await client.SubmitAsync(await client.GetAsync("/desk/archive"), "[data-archive]", [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector(control is null ? "[role=alert], .error" : $"#{control}-error"));
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.ArchiveMade));
    }

    private static async Task<(AppealId Id, string Number)> CloseAsync(TestSchool school)
    {
        var letter = TestSchool.Letter("Ашкана муздак.");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("файлдын сөзү"));
        var file = await school.Staged.StageAsync(content, "сүрөт.txt", letter.Draft.FileSeal(school.Id), CancellationToken.None);
        await school.AcceptAsync(letter with { Files = [file], Identity = new Identity("Айнура Мисалова", "0555 010203") });
        var (desk, actor, id) = (new AppealDesk(school.Database.Gate), school.Director.Now(school), letter.Draft.Id);
        await new AppealReading(desk).ReadAsync(actor, id);
        await new AppealAnswering(desk).AnswerAsync(actor, id, new NewAnswer { Text = "Оңдойбуз.", Version = 0 });
        await new Measuring(desk).AddAsync(actor, id, new Measure { Kind = MeasureKind.Repair, Text = "Терезе коюлду.", Ground = "", By = "завхоз", TakenOn = actor.Today, Result = "" });
        await new Ending(desk).CloseAsync(actor, id, new NewClosing { Record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "" }, Version = 1 });
        return (id, (await new AppealReading(desk).ReadAsync(actor, id))!.Facts.Number);
    }

    private static (string, string?)[] Proof(TestSite site) =>
        [("proof.passphrase", site.School.Director.Passphrase), ("proof.otp", site.School.Director.NextCode(site.Time))];

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
