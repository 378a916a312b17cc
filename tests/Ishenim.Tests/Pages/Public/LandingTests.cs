using System.Net;

namespace Ishenim.Tests.Pages.Public;

public sealed class LandingTests
{
    [Fact]
    public async Task Get_OpenSchool_AnswersWithoutCookie()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, null), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
