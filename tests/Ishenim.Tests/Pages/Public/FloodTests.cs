using System.Net;
using AngleSharp.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Protection;
using Ishenim.Sealing;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Floods are held off in memory, and nobody's text is lost by it.</summary>
public sealed class FloodTests
{
    private const int Pupils = 30;

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
        Assert.NotNull(page.GetElementById("files-error"));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
    }

    [Fact]
    public async Task Post_MoreBeyondTheMeasure_KeepsTheWordsAndIsSentWithTheNextTry()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { WritersInAll = 2 });
        var code = await site.SendAsync(("text", "Кат"));
        await site.PostAsync("/answer", TestForm.Pairs(("code", code)));

        var busy = await (await site.PostAsync("/answer", TestForm.Parts(("code", code), ("nonce", "n7"), ("text", "Дагы бир сөз"), ("step", "send")))).PageAsync();

        Assert.Equal((code, "n7", "Дагы бир сөз"), (busy.Value("code"), busy.Value("nonce"), busy.QuerySelector("textarea")!.TextContent));
        Assert.Equal("multipart/form-data", busy.QuerySelector("#code-form")!.GetAttribute("enctype"));
        var signing = await (await site.PostAsync("/answer", TestForm.Parts(("code", code), ("step", "sign"), ("name", "Үмүт"), ("contact", "0700")))).PageAsync();
        Assert.Equal(("Үмүт", "0700", "sign"), (signing.Value("name"), signing.Value("contact"), signing.QuerySelector("#code-form input[name=step]")!.GetAttribute("value")));
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

    /// <summary>A computer room: one address, one instant, codes stretched as hard as a real school's, the real measures.</summary>
    [Fact]
    public async Task Post_ThirtyPupilsBehindOneAddress_AllWriteAndReadWithoutGapOrDouble()
    {
        var real = new ServerSettings { Storage = new Core.Storage.StorageSettings { Folder = "" } };
        await using var site = await TestSite.StartAsync(code: real.CodeArgon, change: settings => settings with
        {
            WritersPerNetwork = real.WritersPerNetwork,
            WritersInAll = real.WritersInAll,
            CodesAhead = real.CodesAhead,
        });

        var codes = await Task.WhenAll(Enumerable.Range(0, Pupils).Select(i => site.SendAsync(("text", $"Кат {i}"))));
        var seen = await Task.WhenAll(codes.Select(async code => (await ReadAsync(site, code)).QuerySelector(".thread .text")!.TextContent));

        Assert.Equal(Argon.Code, site.School.School.CodeArgon);
        Assert.Equal(Pupils, codes.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Pupils).Select(i => $"Кат {i}"), seen);
        await using var db = site.Database.Open(site.School.Id);
        var numbers = await db.Set<Appeal>().Select(appeal => appeal.Facts!.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, Pupils).Select(i => $"2026-{i}").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.250", true)]
    [InlineData("198.51.100.7", "198.51.101.7", false)]
    [InlineData("2001:db8:7::1", "2001:db8:7:ffff::2", true)]
    [InlineData("2001:db8:7::1", "2001:db8:8::1", false)]
    [InlineData("::ffff:198.51.100.7", "198.51.100.9", true)]
    public void NetworkOf_TwoAddresses_AreOneNetworkOrTwo(string one, string other, bool same) =>
        Assert.Equal(same, Floods.NetworkOf(IPAddress.Parse(one)) == Floods.NetworkOf(IPAddress.Parse(other)));

    private static async Task<IDocument> ReadAsync(TestSite site, string code)
    {
        using var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", code)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.PageAsync();
    }
}
