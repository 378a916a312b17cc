using Ishenim.Settings;

namespace Ishenim.Tests;

/// <summary>The real web site on a free port, over a test's school; cheap stretching, no limits that a test did not ask for.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly Site _site;

    private TestSite(TestDatabase database, TestSchool school, Site site)
    {
        (Database, School, _site) = (database, school, site);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
    }

    public TestDatabase Database { get; }

    public TestSchool School { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public string Address => _site.Address;

    public IServiceProvider Services => _site.Services;

    public static async Task<TestSite> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Func<ServerSettings, ServerSettings>? change = null)
    {
        var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var settings = new ServerSettings
        {
            Storage = database.Settings, Port = 0, StaffArgon = TestSchool.Quick, CodeArgon = TestSchool.Quick,
            WritersPerNetwork = 100_000, WritersInAll = 100_000,
        };
        var site = await Site.StartAsync(change?.Invoke(settings) ?? settings, school.Time);
        return new TestSite(database, school, site);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _site.DisposeAsync();
        await Database.DisposeAsync();
    }
}
