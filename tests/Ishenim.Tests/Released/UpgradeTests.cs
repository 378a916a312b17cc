using System.Net;
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
    /// <summary>Tables whose rows must not outlive the machine (docs/operations.md): no backup holds them.</summary>
    private static readonly string[] _notInBackups = ["Invitations", "KnownDevices", "OutboxMails", "ProtectionKeys", "StaffSessions"];

    /// <summary>Each shows rows of other tables.</summary>
    private static readonly string[] _deskPages =
    [
        "absence", "archive", "boxes", "calendar", "commission", "commission/decisions", "commission/half-years", "identity-requests", "journal", "openings", "people", "retention", "slips", "templates",
    ];

    public static TheoryData<string> Versions => new(ReleasedData.Versions);

    [Fact]
    public void Versions_All_AreThere() => Assert.Equal(["0.1", "0.1-first"], ReleasedData.Versions);

    /// <summary>Else the next migration would not be tried over rows of the last one's tables: README.md says how they are made.</summary>
    [Fact]
    public async Task Versions_OneOfThem_IsOfTodaysSchema()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();
        var last = new List<string>();
        foreach (var version in ReleasedData.Versions)
            last.Add(await ReleasedTables.LastMigrationAsync(new ReleasedData(version)));

        Assert.Contains(db.Database.GetMigrations().Last(), last);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tables_OfARelease_HoldRowsButForThoseNamed(string version)
    {
        var counts = await ReleasedTables.OfAsync(new ReleasedData(version));

        Assert.Equal(ReleasedTables.Empty(version), counts.Where(table => table.Value == 0).Select(table => table.Key));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Start_DataFolderOfARelease_IsBroughtUpAndOpens(string version)
    {
        var released = new ReleasedData(version);
        using var folder = new TemporaryFolder();
        released.UnpackTo(folder.Path);
        await using var database = await TestDatabase.StartInAsync(folder.Path);

        await AssertKeptAsync(database, released);
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

        await AssertKeptAsync(database, released);
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

        await AssertKeptAsync(database, released, _notInBackups);
        await AssertOpensAsync(database, released.Keys);
    }

    /// <summary>A migration may make rows, such as a school's first box; none goes.</summary>
    private static async Task AssertKeptAsync(TestDatabase database, ReleasedData released, params string[] but)
    {
        var before = (await ReleasedTables.OfAsync(released)).Where(table => !but.Contains(table.Key)).ToList();
        await using var db = database.Gate.OpenInstallation();
        await db.Database.OpenConnectionAsync();
        var after = await ReleasedTables.CountAsync(db.Database.GetDbConnection(), before.Select(table => table.Key));
        Assert.All(before, table => Assert.InRange(after[table.Key], table.Value, long.MaxValue));
    }

    private static async Task AssertOpensAsync(TestDatabase database, ReleasedKeys keys)
    {
        Assert.Equal(keys.Letters, await VerifyAsync(database, keys));
        await using (var site = await TestSite.StartOverAsync(database, keys.Now))
        {
            await AssertWriterReadsAsync(site, keys);
            await AssertStaffReadsAsync(site, keys);
            await site.SendAsync(("text", "Жаңы версиядагы кат"));
            Assert.Equal(keys.Letters + 1, await VerifyAsync(database, keys));
        }
    }

    private static async Task<long> VerifyAsync(TestDatabase database, ReleasedKeys keys)
    {
        await using var installation = database.Gate.OpenInstallation();
        var school = await installation.Set<School>().SingleAsync();
        await using var db = database.Open(school.Id);
        var report = await Verifier.VerifyAsync(db, new FolderStore(database.Folder, TimeProvider.System), CancellationToken.None);
        Assert.Null(report.Contradiction);
        Assert.Equal(keys.Files, report.Files);
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
        foreach (var page in _deskPages)
        {
            await staff.GetAsync("/desk/" + page);
            Assert.Equal((page, HttpStatusCode.OK), (page, staff.Status));
        }
    }
}
