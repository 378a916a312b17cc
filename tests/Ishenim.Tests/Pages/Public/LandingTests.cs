using System.Net;
using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

public sealed class LandingTests
{
    [Fact]
    public async Task Get_OpenSchool_TellsWhoReadsSinceWhenAndHowLongItTakes()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var text = (await answer.PageAsync()).QuerySelector("main")!.TextContent;
        Assert.Contains("жооптуу адам, директор", text, StringComparison.Ordinal);
        Assert.Contains("1‑сентябрь, 2026‑жыл", text, StringComparison.Ordinal);
        Assert.Contains("14 жумушчу", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Айгүл", text, StringComparison.Ordinal);
        Assert.Contains("111", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-07", "22‑сентябрь")]
    [InlineData("2026-08-31", "15‑сентябрь")]
    [InlineData("2026-08-28", null)]
    [InlineData(null, null)]
    public async Task Get_BoxWithLastOpening_TellsTheNextUnlessPast(string? last, string? next)
    {
        await using var site = await TestSite.StartAsync();
        await ChangeAsync(site, school => school.Settings = school.Settings with { LastOpeningOn = last is null ? null : DateOnly.Parse(last) });
        var actor = site.School.Responsible.Now(site.School);
        await new BoxKeeping(site.Database.Gate).AddAsync(actor, new BoxInput { Place = "А корпусу", Seal = "" }, new DateOnly(2026, 8, 1));

        var text = (await (await site.Client.GetAsync(new Uri("/", UriKind.Relative))).PageAsync()).QuerySelector("main")!.TextContent;

        Assert.Contains("А корпусу", text, StringComparison.Ordinal);
        if (next is null)
            Assert.DoesNotContain("Кийинки", text, StringComparison.Ordinal);
        else
            Assert.Contains(next, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_NameOfWhoOpensTheBox_OnlyWhereTheSchoolSaysSo(bool shown)
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);
        await site.SetAsync(settings => settings with { ShowOpener = shown });
        await using var db = site.Database.Open(site.School.Id);
        var name = await db.Set<Person>().Where(person => person.Id == site.School.Responsible.Id).Select(person => person.Name).SingleAsync();

        var text = (await (await site.Client.GetAsync(new Uri("/", UriKind.Relative))).PageAsync()).Body!.TextContent;

        Assert.Equal(shown, text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_SchoolNotOpen_SaysSoKindlyWithHelplines()
    {
        await using var site = await TestSite.StartAsync();
        await ChangeAsync(site, school => school.OpenedOn = null);

        var page = await (await site.Client.GetAsync(new Uri("/", UriKind.Relative))).PageAsync();

        Assert.Null(page.QuerySelector(".doors"));
        Assert.NotNull(page.QuerySelector(".help"));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/write", HttpStatusCode.Redirect)]
    [InlineData("/answer", HttpStatusCode.Redirect)]
    [InlineData("/regulation", HttpStatusCode.Redirect)]
    [InlineData("/board", HttpStatusCode.NotFound)]
    public async Task Get_NoSchoolAtAll_IsTheNeutralPage(string path, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartEmptyAsync();

        Assert.Equal(expected, (await site.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private static async Task ChangeAsync(TestSite site, Action<School> change)
    {
        await using var db = site.Database.Gate.OpenInstallation();
        change(await db.Set<School>().SingleAsync());
        await db.SaveChangesAsync();
    }
}
