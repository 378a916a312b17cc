using System.Net;
using Ishenim.Core.Appeals;

namespace Ishenim.Tests.Pages.Desk.Joining;

/// <summary>A reader joins letters on the same matter by number, and parts them.</summary>
public sealed class JoinedPageTests
{
    [Fact]
    public async Task Joined_ByNumberThenParted_BothLettersLinkAndUnlink()
    {
        await using var site = await TestSite.StartAsync();
        var (one, other) = (await AcceptAsync(site, "Терезе сынык."), await AcceptAsync(site, "Класста суук."));
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = (await reader.GetAsync(one)).QuerySelector("a[href$='/joined']")!.GetAttribute("href")!;

        await reader.SubmitAsync(await reader.GetAsync(page), "[data-join]", ("number", "2026-2"));

        Assert.Contains("done=joined", reader.Path, StringComparison.Ordinal);
        Assert.NotNull((await reader.GetAsync(page)).QuerySelector($"[data-joined] a[href='{other}']"));
        Assert.NotNull((await reader.GetAsync(one)).QuerySelector($"[data-joined] a[href='{other}']"));
        Assert.NotNull((await reader.GetAsync(other)).QuerySelector($"[data-joined] a[href='{one}']"));

        await reader.SubmitAsync(await reader.GetAsync(page), "[data-part]");

        Assert.Contains("done=parted", reader.Path, StringComparison.Ordinal);
        Assert.Null((await reader.GetAsync(one)).QuerySelector("[data-joined]"));
        Assert.Equal(2, (await reader.GetAsync(page)).QuerySelectorAll("main ol > li").Length);
    }

    [Fact]
    public async Task Joined_WhatCannotBe_SaysWhyBesideTheNumberAndKeepsIt()
    {
        await using var site = await TestSite.StartAsync();
        var one = await AcceptAsync(site, "Терезе сынык.");
        await AcceptAsync(site, "Жооптуу адам жөнүндө.", About.Responsible);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var unread = await TryAsync(reader, one, "2026-Ч-1");
        var none = await TryAsync(reader, one, "2026-99");
        var itself = await TryAsync(reader, one, "1");
        var bad = await TryAsync(reader, one, "он эки");

        Assert.Equal(none, unread);
        Assert.Equal(4, new[] { none, itself, bad, "" }.Distinct().Count());
    }

    [Fact]
    public async Task Joined_WhoReadsOneOnly_SeesNothingAndGetsNoPageOfTheOther()
    {
        await using var site = await TestSite.StartAsync();
        var (one, restricted) = (await AcceptAsync(site, "Терезе сынык."), await AcceptAsync(site, "Жооптуу адам жөнүндө.", About.Responsible));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        await director.SubmitAsync(await director.GetAsync(one + "/joined"), "[data-join]", ("number", "Ч-1"));
        Assert.NotNull((await director.GetAsync(one)).QuerySelector($"[data-joined] a[href='{restricted}']"));
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);

        Assert.Null((await responsible.GetAsync(one)).QuerySelector("[data-joined]"));
        Assert.Null((await responsible.GetAsync(one + "/joined")).QuerySelector("[data-joined]"));
        Assert.DoesNotContain("Ч-1", (await responsible.GetAsync(one + "/joined")).Body!.TextContent, StringComparison.Ordinal);
        await responsible.GetAsync(restricted + "/joined");
        Assert.Equal(HttpStatusCode.NotFound, responsible.Status);
    }

    [Fact]
    public async Task Close_AsJoined_IsOfferedOnlyWhereALetterIsJoined()
    {
        await using var site = await TestSite.StartAsync();
        var one = await AcceptAsync(site, "Терезе сынык.");
        await AcceptAsync(site, "Класста суук.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        await reader.SubmitAsync(await reader.GetAsync(one), "form[action*='handler=answer']", ("answer", "Оңдодук."));
        Assert.Null((await reader.GetAsync(one)).QuerySelector("option[value=JoinedToAnother]"));
        await reader.SubmitAsync(await reader.GetAsync(one + "/joined"), "[data-join]", ("number", "2"));

        await reader.SubmitAsync(await reader.GetAsync(one), "[data-close]", ("closing.outcome", "JoinedToAnother"));

        Assert.Contains("done=closed", reader.Path, StringComparison.Ordinal);
        var refused = await reader.SubmitAsync(await reader.GetAsync(one + "/joined"), "[data-part]");
        Assert.Equal(HttpStatusCode.Conflict, reader.Status);
        Assert.NotNull(refused.QuerySelector("#errors"));
    }

    /// <summary>What stands beside the number; the number is still there.</summary>
    private static async Task<string> TryAsync(StaffClient reader, string letter, string number)
    {
        var page = await reader.SubmitAsync(await reader.GetAsync(letter + "/joined"), "[data-join]", ("number", number));
        Assert.Equal(number, page.QuerySelector("input[name=number]")!.GetAttribute("value"));
        return page.QuerySelector("#number-error")!.TextContent;
    }

    private static async Task<string> AcceptAsync(TestSite site, string text, params About[] about)
    {
        var letter = TestSchool.Letter(text, about);
        await site.School.AcceptAsync(letter);
        return $"/desk/appeals/{letter.Draft.Id}";
    }
}
