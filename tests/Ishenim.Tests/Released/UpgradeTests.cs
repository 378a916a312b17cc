using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Released;

/// <summary>What every released version wrote is brought up, verifies, and opens, on both databases.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Versions => new(ReleasedData.Versions);

    [Fact]
    public void Versions_All_AreThere() => Assert.Contains("0.1", ReleasedData.Versions);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Start_DataFolderOfARelease_IsBroughtUpAndOpens(string version)
    {
        var released = new ReleasedData(version);
        using var folder = new TemporaryFolder();
        released.UnpackTo(folder.Path);
        await using var database = await TestDatabase.StartInAsync(folder.Path);

        await AssertOpensAsync(database, released.Keys);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Start_PostgresOfARelease_IsBroughtUpAndOpens(string version)
    {
        var released = new ReleasedData(version);
        using var folder = new TemporaryFolder();
        released.UnpackTo(folder.Path);
        var postgres = await ReleasedOnPostgres.FillAsync(Path.Combine(folder.Path, "ishenim.db"));
        await using var database = await TestDatabase.StartOnAsync(postgres);
        released.UnpackTo(database.Folder);

        await AssertOpensAsync(database, released.Keys);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Restore_BackupOfARelease_OpensOnPostgres(string version)
    {
        var released = new ReleasedData(version);
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Postgres);
        await using (var file = File.OpenRead(released.BackupFile))
        {
            using var backup = BackupReader.Open(file);
            var restorer = new Restorer(database.Gate, new FolderStore(database.Folder, TimeProvider.System), TimeProvider.System);
            await restorer.RestoreAsync(backup, (_, _, _) => Task.FromResult<IReadOnlyList<LastNumber>>([]), acceptContradictions: false, CancellationToken.None);
        }

        await AssertOpensAsync(database, released.Keys);
    }

    private static async Task AssertOpensAsync(TestDatabase database, ReleasedKeys keys)
    {
        Assert.Equal(keys.Letters, await VerifyAsync(database));
        await using (var site = await TestSite.StartOverAsync(database, keys.Now))
        {
            await AssertWriterReadsAsync(site, keys);
            await AssertStaffReadsAsync(site, keys);
            await site.SendAsync(("text", "Жаңы версиядагы кат"));
            Assert.Equal(keys.Letters + 1, await VerifyAsync(database));
        }
    }

    private static async Task<long> VerifyAsync(TestDatabase database)
    {
        await using var installation = database.Gate.OpenInstallation();
        var school = await installation.Set<School>().SingleAsync();
        await using var db = database.Open(school.Id);
        var report = await Verifier.VerifyAsync(db, new FolderStore(database.Folder, TimeProvider.System), CancellationToken.None);
        Assert.Null(report.Contradiction);
        Assert.Equal(1, report.Files);
        return report.Letters;
    }

    private static async Task AssertWriterReadsAsync(TestSite site, ReleasedKeys keys)
    {
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", keys.Code)))).PageAsync();
        Assert.Equal([keys.Text, keys.Answer], thread.QuerySelectorAll(".thread .text").Select(text => text.TextContent.Trim()));
        var file = await site.PostAsync("/answer", TestForm.Pairs(("code", keys.Code), ("file", thread.QuerySelector(".thread button")!.GetAttribute("value")!)));
        Assert.Equal(keys.File, await file.Content.ReadAsStringAsync());
    }

    private static async Task AssertStaffReadsAsync(TestSite site, ReleasedKeys keys)
    {
        using var staff = new StaffClient(site.Address);
        await staff.SubmitAsync(await staff.GetAsync("/desk/login"), "form[data-login]",
            ("login", keys.Login), ("passphrase", keys.Passphrase), ("otp", ReleasedData.OtpAt(keys, site.Time.Now)));
        var register = await staff.GetAsync("/desk/appeals");
        var link = register.QuerySelectorAll("a[href*='/desk/appeals/']").Single(one => one.TextContent.Trim() == "2026-1");
        var letter = await staff.GetAsync(link.GetAttribute("href")!);
        Assert.Contains(keys.Text, letter.Body!.TextContent, StringComparison.Ordinal);
    }
}
