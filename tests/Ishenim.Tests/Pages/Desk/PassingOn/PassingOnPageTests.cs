using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;

namespace Ishenim.Tests.Pages.Desk.PassingOn;

public sealed class PassingOnPageTests
{
    private static readonly (string Name, string? Value)[] Good =
        [("pass.body", "Мисал айыл өкмөтү"), ("pass.reason", "Жолду ошолор оңдойт."), ("pass.sheets", "2"), ("pass.outgoing", "01-14/7")];

    [Fact]
    public async Task PassOn_CoveringLetterAndReply_StandOnTheLettersPage()
    {
        await using var site = await TestSite.StartAsync();
        var letter = await AcceptAsync(site);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/passon"), "[data-pass]", Good);

        Assert.Equal($"/desk/appeals/{letter}?done=passed", reader.Path);
        var covering = page.QuerySelectorAll<IHtmlAnchorElement>("a").First(link => link.PathName.EndsWith(".html", StringComparison.Ordinal)).PathName;
        var paper = await reader.GetAsync(covering);
        Assert.Contains("Мисал айыл өкмөтү", paper.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("№ 01-14/7", paper.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Жол бузук", paper.Body!.TextContent, StringComparison.Ordinal);
        var reply = page.QuerySelectorAll<IHtmlAnchorElement>("a").First(link => link.PathName.Contains("/passon/", StringComparison.Ordinal)).PathName;
        page = await reader.SubmitAsync(await reader.GetAsync(reply), "[data-replied]", ("text", "Эртең оңдойбуз."));
        Assert.Contains("Эртең оңдойбуз.", page.Body!.TextContent, StringComparison.Ordinal);
        using var other = await StaffClient.SignInAsync(site, site.School.Chair);
        foreach (var path in new[] { covering, reply, $"/desk/appeals/{letter}/passon" })
        {
            await other.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, other.Status));
        }
    }

    [Theory]
    [InlineData("pass.body", "", "pass-body")]
    [InlineData("pass.reason", "кыска", "pass-reason")]
    [InlineData("pass.sheets", "0", "pass-sheets")]
    [InlineData("pass.sheets", "көп", "pass-sheets")]
    public async Task Post_BadInput_IsToldBesideItsFieldAndNothingIsLost(string field, string value, string control)
    {
        await using var site = await TestSite.StartAsync();
        var letter = await AcceptAsync(site);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/passon"), "[data-pass]", [.. Good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        Assert.Single(page.QuerySelectorAll(".error[id]"));
        Assert.Equal("01-14/7", page.QuerySelector<IHtmlInputElement>("[name='pass.outgoing']")!.Value);
    }

    private static async Task<AppealId> AcceptAsync(TestSite site)
    {
        var letter = TestSchool.Letter("Жол бузук.");
        await site.School.AcceptAsync(letter);
        site.Time.Pass(TimeSpan.FromDays(1));
        return letter.Draft.Id;
    }
}
