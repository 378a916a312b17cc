namespace Ishenim.Tests.Protection;

public sealed class FramingTests
{
    private const string Origin = "https://mektep.example.kg";

    [Theory]
    [InlineData("/")]
    [InlineData("/write")]
    [InlineData("/answer?lang=ru")]
    [InlineData("/regulation")]
    [InlineData("/s/one/")]
    [InlineData("/s/one/write")]
    public async Task Get_WritersPage_MayBeFramedByTheSchoolsSiteOnly(string path)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("frame-ancestors 'none'", await AncestorsAsync(site, path));
        await site.SetAsync(settings => settings with { SiteOrigin = Origin });

        Assert.Equal($"frame-ancestors 'self' {Origin}", await AncestorsAsync(site, path));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/login")]
    [InlineData("/Desk/Login")]
    [InlineData("/s/one/desk/login")]
    [InlineData("/desk/recover")]
    [InlineData("/desk/settings")]
    [InlineData("/desk/denied")]
    [InlineData("/nothing-here")]
    [InlineData("/s/nobody/write")]
    public async Task Get_AnythingElse_IsNeverFramed(string path)
    {
        await using var site = await TestSite.StartAsync();
        await site.SetAsync(settings => settings with { SiteOrigin = Origin });

        Assert.Equal("frame-ancestors 'none'", await AncestorsAsync(site, path));
    }

    private static async Task<string> AncestorsAsync(TestSite site, string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        return Assert.Single(policy.Split(';', StringSplitOptions.TrimEntries), part => part.StartsWith("frame-ancestors", StringComparison.Ordinal));
    }
}
