using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Templates;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Templates;

public sealed class TemplatesPageTests
{
    private const string Form = "[data-template]";

    [Fact]
    public async Task BuiltIn_ReplacedChangedAndTakenAway_TheProgramsTextIsBack()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        Assert.NotNull((await client.GetAsync("/desk/templates")).QuerySelector(".empty"));

        var page = await client.SubmitAsync(await client.GetAsync("/desk/templates/edit?builtin=Received&in=ky"), Form, ("template.title", "Биздин үлгү"));
        Assert.Equal("/desk/templates?saved=true", client.Path);
        var row = page.QuerySelectorAll("tbody tr").Single(one => one.TextContent.Contains("Биздин үлгү", StringComparison.Ordinal));
        Assert.DoesNotContain("Кат келди, каралып жатат", page.Body!.TextContent, StringComparison.Ordinal);
        page = await client.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        page = await client.SubmitAsync(page, "[data-remove]");

        Assert.Equal("/desk/templates?removed=true", client.Path);
        Assert.Contains("Кат келди, каралып жатат", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Биздин үлгү", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("template.title", "", "template-title")]
    [InlineData("template.text", "  ", "template-text")]
    [InlineData("template.text", "Саламатсызбы! {номерр}", "template-text")]
    [InlineData("template.language", null, "template-language")]
    public async Task Post_BadInput_IsToldBesideItsFieldAndNothingIsLost(string field, string? value, string control)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        (string Name, string? Value)[] good = [("template.language", "ru"), ("template.title", "Столовая"), ("template.text", "Здравствуйте! № {номер}.")];

        var page = await client.SubmitAsync(await client.GetAsync("/desk/templates/edit"), Form, [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        if (field != "template.text")
            Assert.Equal("Здравствуйте! № {номер}.", page.QuerySelector<IHtmlTextAreaElement>("#template-text")!.Value);
        Assert.Empty(await OwnAsync(site));
    }

    [Fact]
    public async Task Edit_ChangedByAnotherMeanwhile_IsToldAndWhatWasTypedStays()
    {
        await using var site = await TestSite.StartAsync();
        var id = await AddAsync(site, "Ашкана", "Оңдойбуз.");
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await client.GetAsync($"/desk/templates/edit?id={id}");
        await client.SubmitAsync(page, Form, ("template.title", "Биринчи"));

        page = await client.SubmitAsync(page, Form, ("template.title", "Экинчи"));
        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Equal("Экинчи", page.QuerySelector("#template-title")!.GetAttribute("value"));
        await client.SubmitAsync(page, Form);

        Assert.Equal("Экинчи", Assert.Single(await OwnAsync(site)).Title);
    }

    [Theory]
    [InlineData("/desk/templates/edit?builtin=Nothing&in=ky")]
    [InlineData("/desk/templates/edit?builtin=Received&in=de")]
    [InlineData("/desk/templates/edit?id=1")]
    [InlineData("/desk/templates/edit?id=7f0c3a5e-0000-4000-8000-000000000001")]
    public async Task Edit_NoSuchTemplate_IsNotFound(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, client.Status);
    }

    [Fact]
    public async Task PutIn_AfterWhatWasTyped_IsAddedFilledAndNothingIsSent()
    {
        await using var site = await TestSite.StartAsync();
        var id = await AddAsync(site, "Ашкана", "№ {номер}, {мектеп}.");
        var letter = TestSchool.Letter("Ашкана муздак.") with { Subject = Subject.Conditions };
        await site.School.AcceptAsync(letter);
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = await client.GetAsync($"/desk/appeals/{letter.Draft.Id}");
        var offered = page.QuerySelectorAll("#template option").Select(one => one.GetAttribute("value")).ToList();
        Assert.Contains($"{id}", offered);
        Assert.Contains("Received", offered);
        Assert.DoesNotContain("Money", offered);

        page = await PutInAsync(client, page, ("answer", "Саламатсызбы!"), ("template", $"{id}"));

        var number = page.QuerySelector("h1")!.TextContent;
        var reply = page.QuerySelector<IHtmlTextAreaElement>("#answer")!.Value;
        Assert.StartsWith("Саламатсызбы!\n\n№ 2026", reply, StringComparison.Ordinal);
        Assert.EndsWith($", {site.School.School.Name.Kyrgyz}.", reply, StringComparison.Ordinal);
        Assert.Contains(reply.Split('№', ',')[1].Trim(), number, StringComparison.Ordinal);
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<Part>().CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Money")]
    [InlineData("7f0c3a5e-0000-4000-8000-000000000001")]
    public async Task PutIn_NothingThatFits_IsToldAndTheReplyStays(string template)
    {
        await using var site = await TestSite.StartAsync();
        var letter = TestSchool.Letter("Ашкана муздак.");
        await site.School.AcceptAsync(letter);
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await PutInAsync(client, await client.GetAsync($"/desk/appeals/{letter.Draft.Id}"), ("answer", "Жазганым."), ("template", template));

        Assert.NotNull(page.QuerySelector("#template-error"));
        Assert.Equal("Жазганым.", page.QuerySelector<IHtmlTextAreaElement>("#answer")!.Value);
    }

    /// <summary>As the second button of the form does it.</summary>
    private static Task<IHtmlDocument> PutInAsync(StaffClient client, IHtmlDocument page, params (string Name, string? Value)[] fields)
    {
        var button = page.QuerySelector("#answer-form [formaction*='handler=template']")!;
        page.QuerySelector("#answer-form form")!.SetAttribute("action", button.GetAttribute("formaction")!);
        return client.SubmitAsync(page, "#answer-form form", fields);
    }

    private static Task<Guid> AddAsync(TestSite site, string title, string text) => new AnswerTemplates(site.School.Database.Gate)
        .AddAsync(site.School.Responsible.Now(site.School), new TemplateInput { Subject = null, Language = "ky", Title = title, Text = text }, replaces: null);

    private static Task<IReadOnlyList<AnswerTemplate>> OwnAsync(TestSite site) =>
        new AnswerTemplates(site.School.Database.Gate).ListAsync(site.School.Responsible.Now(site.School));
}
