using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Admin;

public sealed class SettingsTests
{
    [Fact]
    public async Task Post_NewValues_AreSaved()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignInAsync(site);

        await client.SubmitAsync(await client.GetAsync("/desk/settings"), "[data-settings]",
            ("values.files", "7"), ("values.appearAtHours", "19, 8"), ("values.openingSigners", "2"), ("values.openingMembers", "0"), ("values.quorumPercent", "66"), ("values.meetingsPerHalfYear", "3"),
            ("values.regulationOn", "2025-09-01"), ("values.orderNumber", "17"), ("values.orderOn", "2026-08-28"), ("values.showBoard", "true"), ("values.showOpener", "true"));

        Assert.Equal("/desk/settings?saved=true", client.Path);
        var settings = (await SchoolAsync(site)).Settings;
        Assert.Equal((7, 2, 0, 66, 3), (settings.Files, settings.LeastSigners, settings.WishedMembers, settings.Quorum, settings.LeastMeetings));
        Assert.Equal([8, 19], settings.AppearAtHours);
        Assert.Equal((new DateOnly(2025, 9, 1), "17", new DateOnly(2026, 8, 28)), (settings.RegulationOn, settings.OrderNumber, settings.OrderOn));
        Assert.True(settings is { ShowBoard: true, ShowOpener: true });
    }

    [Theory]
    [InlineData("values.fileMegabytes", "0")]
    [InlineData("values.files", "1000")]
    [InlineData("values.quorumPercent", "49")]
    [InlineData("values.quorumPercent", "91")]
    [InlineData("values.meetingsPerHalfYear", "0")]
    [InlineData("values.meetingsPerHalfYear", "11")]
    [InlineData("values.appearAtHours", "8, 24")]
    [InlineData("values.mailbox", "дарек эмес")]
    [InlineData("values.site", "http://mektep.example.kg")]
    [InlineData("school.town", "")]
    [InlineData("values.regulationOn", "1026-09-01")]
    [InlineData("values.orderOn", "кечээ")]
    [InlineData("values.orderNumber", "0123456789012345678901234567890")]
    public async Task Post_BadValue_IsToldBesideItsField(string name, string value)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignInAsync(site);

        var page = await client.SubmitAsync(await client.GetAsync("/desk/settings"), "[data-settings]", (name, value));

        Assert.NotNull(page.QuerySelector($"#{name.Replace('.', '-')}-error"));
        Assert.Equal(0, (await SchoolAsync(site)).Version);
    }

    [Fact]
    public async Task Get_Snippets_FrameOnlyOnceTheSchoolsSiteIsSet()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignInAsync(site);
        var before = await client.GetAsync("/desk/settings");
        Assert.Equal(2, Snippets(before).Count);

        var saved = await client.SubmitAsync(before, "[data-settings]", ("values.site", "https://Mektep.example.kg/bailanysh"));

        Assert.Equal("https://mektep.example.kg", (await SchoolAsync(site)).Settings.SiteOrigin);
        Assert.Contains(Snippets(saved), html => html.StartsWith("<iframe src=\"http", StringComparison.Ordinal));
        Assert.All(Snippets(saved), html => Assert.Contains($"{site.Address}/write", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TwoAtOnce_SecondIsToldKeepsTypingAndMaySaveThen()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignInAsync(site);
        var (first, second) = (await client.GetAsync("/desk/settings"), await client.GetAsync("/desk/settings"));
        await client.SubmitAsync(first, "[data-settings]", ("school.town", "Биринчи"));

        var told = await client.SubmitAsync(second, "[data-settings]", ("school.town", "Экинчи"));
        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Equal("Экинчи", told.QuerySelector<IHtmlInputElement>("[name='school.town']")!.Value);

        await client.SubmitAsync(told, "[data-settings]");
        Assert.Equal("Экинчи", (await SchoolAsync(site)).Town);
    }

    [Fact]
    public async Task Get_ByReader_IsDenied()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        await client.GetAsync("/desk/settings");

        Assert.Equal(HttpStatusCode.Forbidden, client.Status);
    }

    private static List<string> Snippets(IHtmlDocument page) => [.. page.QuerySelectorAll("textarea.code").Select(area => area.TextContent)];

    private static async Task<StaffClient> SignInAsync(TestSite site) =>
        await StaffClient.SignInAsync(site, await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator));

    private static async Task<School> SchoolAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<School>().AsNoTracking().SingleAsync();
    }
}
