using System.Net;
using Ishenim.Protection;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Floods are held off in memory, and nobody's text is lost by it.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task Post_BeyondTheMeasure_Is503WithTextAndTimeToWait()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { WritersPerNetwork = 3 });
        for (var i = 0; i < 3; i++)
            await site.SendAsync(("text", $"Кат {i}"));

        var answer = await site.PostAsync("/write", TestForm.Parts(("text", "Менин катым"), ("about", "teacher"), ("files", ("а.txt", new byte[10]))));

        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("Менин катым", page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(page.QuerySelector("[name=about][value=teacher][checked]"));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
    }

    [Fact]
    public async Task Post_CodeBeyondTheMeasureInAll_Is503WithTheCode()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { WritersInAll = 1 });
        var code = await site.SendAsync(("text", "Кат"));

        var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", code)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(code, (await answer.PageAsync()).Value("code"));
    }

    [Fact]
    public async Task Post_ThirtyPupilsBehindOneAddress_AllWriteAndReadInOneMinute()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { WritersPerNetwork = 300, WritersInAll = 3000 });

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            var code = await site.SendAsync(("text", $"Кат {i}"));
            var page = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
            Assert.Equal($"Кат {i}", page.QuerySelector(".thread .text")!.TextContent);
        }));
    }

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.250", true)]
    [InlineData("198.51.100.7", "198.51.101.7", false)]
    [InlineData("2001:db8:7::1", "2001:db8:7:ffff::2", true)]
    [InlineData("2001:db8:7::1", "2001:db8:8::1", false)]
    [InlineData("::ffff:198.51.100.7", "198.51.100.9", true)]
    public void NetworkOf_TwoAddresses_AreOneNetworkOrTwo(string one, string other, bool same) =>
        Assert.Equal(same, Floods.NetworkOf(IPAddress.Parse(one)) == Floods.NetworkOf(IPAddress.Parse(other)));
}
