using System.Net;

namespace Ishenim.Tests.Pages.Public;

/// <summary>The notice board's answers on the public page.</summary>
public sealed class BoardTests
{
    private static readonly Uri Board = new("/board", UriKind.Relative);

    [Fact]
    public async Task Get_SchoolShowsIt_TellsNumberDayAndAnswerAndNoWordOfTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);
        await site.SetAsync(settings => settings with { ShowBoard = true });

        var page = await (await site.Client.GetAsync(Board)).PageAsync();

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("2026-1", text, StringComparison.Ordinal);
        Assert.Contains("Оңдодук.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Кат.", text, StringComparison.Ordinal);
        Assert.NotNull((await (await site.Client.GetAsync(new Uri("/", UriKind.Relative))).PageAsync()).QuerySelector("a[href='/board']"));
    }

    [Fact]
    public async Task Get_HalfAYearLater_HangsNoMore()
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);
        await site.SetAsync(settings => settings with { ShowBoard = true });
        site.Time.Pass(TimeSpan.FromDays(190));

        var page = await (await site.Client.GetAsync(Board)).PageAsync();

        Assert.DoesNotContain("Оңдодук.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Get_SchoolDoesNotShowIt_IsNotThere()
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(Board)).StatusCode);
        Assert.Null((await (await site.Client.GetAsync(new Uri("/", UriKind.Relative))).PageAsync()).QuerySelector("a[href='/board']"));
    }
}
