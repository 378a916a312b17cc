using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Tests.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests;

/// <summary>
/// Letters on paper with their scans, transcripts, coded sheets and printed codes: nothing of them is in the clear on the
/// disk, in the log, in a mail or in a row.
/// </summary>
public sealed class PaperCanaryTests
{
    [Fact]
    public async Task Serve_LettersOnPaper_NoFileNoLogLineAndNoMailHoldsThem()
    {
        await using var sink = await MailSink.StartAsync();
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await AddAddressesAsync(database, school);
        using var temporary = new TemporaryFolder();
        var mail = new Dictionary<string, string>
        {
            ["ISHENIM_SMTP_HOST"] = "127.0.0.1", ["ISHENIM_SMTP_PORT"] = $"{sink.Port}", ["ISHENIM_SMTP_FROM"] = "ishenim@mektep.example",
        };
        await using var program = RunningProgram.Start(temporary.Path, mail, "serve", "--data", database.Folder, "--port", "0");
        using var staff = new StaffClient((await program.AddressAsync()).ToString());
        school.Time.Now = await Canaries.CodeTimeAsync();
        await staff.SignInAsync(school.Responsible, school.Time);
        var papers = new CanaryPapers(staff);

        await papers.RegisterAsync();
        var form = await staff.GetAsync("/desk/paper");
        await staff.SubmitAsync(form, "form.who");
        await papers.SendSignedOutAsync(form);

        Canaries.AreNowhere(papers.Words, program.Said, database.Folder, temporary.Path);
        while (sink.Mails.Count == 0)
            await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.All(sink.Mails, sent => Assert.All(papers.Words.Append("КАНАРЕЙКА"), word => Assert.DoesNotContain(word, sent, StringComparison.Ordinal)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(database.Folder, "files"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, await program.EndAsync());
        Canaries.AreNowhere(papers.Words, program.Said, database.Folder, temporary.Path);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task EveryRow_AfterLettersOnPaper_HoldsNoKnownWordAndOfASlipItsNumberLookupAndKey(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await AddAddressesAsync(site.Database, site.School);
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var papers = new CanaryPapers(staff);

        await papers.RegisterAsync();
        var cells = await TableCells.ReadAsync(site.Database);

        Assert.Empty(cells.SelectMany(cell => papers.Words.Append("КАНАРЕЙКА").Where(cell.Holds).Select(word => $"'{word}' in {cell.Column}")));
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(2, await db.Set<Slip>().CountAsync());
        Assert.Equal(["Slips.Batch", "Slips.Lookup", "Slips.Number", "Slips.PublicKey", "Slips.School", "Slips.State"],
            cells.Select(cell => cell.Column).Where(column => column.StartsWith("Slips.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Else no notice would be written, and no mail sent.</summary>
    private static async Task AddAddressesAsync(TestDatabase database, TestSchool school)
    {
        await using var db = database.Open(school.Id);
        await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, "okurman@mektep.example"));
    }
}
