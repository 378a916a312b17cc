using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Protection;

public sealed class PublicFaultsTests
{
    private const string Canary = "канарейка-8841";

    [Theory]
    [InlineData("/no-such-page?q=" + Canary, HttpStatusCode.NotFound, "Мындай бет жок")]
    [InlineData("/s/no-such-school/write?q=" + Canary, HttpStatusCode.NotFound, "Мындай бет жок")]
    public async Task Get_NoSuchPage_IsKindInThreeLanguagesAndEchoesNothing(string address, HttpStatusCode status, string says)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("Такой страницы нет", page, StringComparison.Ordinal);
        Assert.Contains("There is no such page", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, WebUtility.HtmlDecode(WebUtility.UrlDecode(page)), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_DatabaseBroken_IsKindPageAndHealthSaysNotOk()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("ok\n", await site.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        await using (var db = site.Database.Gate.OpenInstallation())
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Schools" RENAME TO "Gone" """);

        using var answer = await site.Client.GetAsync(new Uri("/?q=" + Canary, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        using var health = await site.Client.GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Бизден ката кетти", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ok\n"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }
}
