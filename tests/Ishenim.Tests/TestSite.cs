using Ishenim.Core.Schools;
using Ishenim.Sealing;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests;

/// <summary>The real web site on a free port, over a test's school; cheap stretching, no limits that a test did not ask for.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly Site _site;
    private readonly TestSchool? _school;
    private readonly List<IAsyncDisposable> _visitors = [];

    private TestSite(TestDatabase database, TestSchool? school, StoppedClock time, Site site)
    {
        (Database, _school, Time, _site) = (database, school, time, site);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
    }

    public TestDatabase Database { get; }

    public TestSchool School => _school ?? throw new InvalidOperationException("This site began without a school.");

    public StoppedClock Time { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public string Address => _site.Address;

    public IServiceProvider Services => _site.Services;

    /// <param name="kind">Where its rows lie.</param>
    /// <param name="change">Settings other than a test's usual ones.</param>
    /// <param name="code">How hard the school's codes are stretched; null: as little as can be.</param>
    public static async Task<TestSite> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, Func<ServerSettings, ServerSettings>? change = null, Argon? code = null)
    {
        var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: code);
        return await StartAsync(database, school, school.Time, change);
    }

    /// <summary>A new installation: no school yet.</summary>
    public static async Task<TestSite> StartEmptyAsync(DatabaseKind kind = DatabaseKind.Sqlite, Func<ServerSettings, ServerSettings>? change = null) =>
        await StartAsync(await TestDatabase.StartAsync(kind), null, new StoppedClock(), change);

    /// <summary>As the administrator would, without the form.</summary>
    public async Task SetAsync(Func<SchoolSettings, SchoolSettings> change)
    {
        await using var db = Database.Gate.OpenInstallation();
        var school = await db.Set<School>().SingleAsync();
        school.Settings = change(school.Settings);
        await db.SaveChangesAsync();
    }

    /// <summary>Over data that are there already, from that moment on.</summary>
    public static Task<TestSite> StartOverAsync(TestDatabase database, DateTimeOffset now) =>
        StartAsync(database, null, new StoppedClock { Now = now }, null);

    /// <summary>Ends with the site, before it: a browser's window that stays open goes on working.</summary>
    public void Admit(IAsyncDisposable visitor) => _visitors.Add(visitor);

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
        Client.Dispose();
        await _site.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task<TestSite> StartAsync(
        TestDatabase database, TestSchool? school, StoppedClock time, Func<ServerSettings, ServerSettings>? change)
    {
        var settings = new ServerSettings
        {
            Storage = database.Settings, Port = 0, StaffArgon = TestSchool.Quick, CodeArgon = TestSchool.Quick,
            WritersPerNetwork = 100_000, WritersInAll = 100_000,
        };
        return new TestSite(database, school, time, await Site.StartAsync(change?.Invoke(settings) ?? settings, time));
    }
}
