using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Redacting;

public sealed class RedactPageTests
{
    private const string Text = "Саламатсызбы!\nМени Азамат  Үсөнов урду. 😀\n\nМенин атым Нурлан.";

    [Fact]
    public async Task Redact_MarkedWords_ExecutorReadsTheCopyAndNeitherNamesNorFiles()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Бакыт Ойдонов", Position.Other, Role.Executor);
        var (letter, file) = await AcceptAsync(site, Text);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var works = await StaffClient.SignInAsync(site, executor);
        Assert.NotNull((await reader.GetAsync($"/desk/appeals/{letter}")).QuerySelector($"a[href='/desk/appeals/{letter}/redact']"));

        var form = await reader.GetAsync($"/desk/appeals/{letter}/redact");
        Assert.Equal(Text, WordsOf(form).TextContent);
        Assert.Equal(["Менин", "атым", "Нурлан."], Marked(form));
        var done = await reader.SubmitAsync(form, "[data-redact]", ("black", "2"), ("black", "3"), ("black", "9999999999"), ("black", "x"));

        Assert.Equal($"/desk/appeals/{letter}/redact?done=redacted", reader.Path);
        Assert.NotNull(done.QuerySelector(".notice.success"));
        const string Copy = "Саламатсызбы!\nМени █████ урду. 😀\n\nМенин атым Нурлан.";
        Assert.Equal(Copy, done.QuerySelector(".sheet .text")!.TextContent);
        Assert.Equal(["Азамат", "Үсөнов"], Marked(done));
        await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/forward"), "[data-forward]",
            ("forward.to", $"{executor.Id.Value}"), ("forward.text", "Ким экенин билбей карап бериңиз."));
        Assert.Equal($"/desk/appeals/{letter}?done=forwarded", reader.Path);
        Assert.Contains("Аттары жашырылган көчүрмө", (await reader.GetAsync($"/desk/appeals/{letter}")).QuerySelector(".sheet .timeline small")!.TextContent, StringComparison.Ordinal);
        var given = await works.GetAsync($"/desk/given/{letter}");
        Assert.Equal(Copy, given.QuerySelector(".thread .text")!.TextContent);
        Assert.NotNull(given.QuerySelector("[role=img].blackened[aria-label]"));
        foreach (var hidden in new[] { "Азамат", "Үсөнов", "сүрөт" })
            Assert.DoesNotContain(hidden, given.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var path in new[] { $"/desk/appeals/{letter}/redact", $"/desk/appeals/{letter}/files/{file}", $"/desk/appeals/{letter}/print", $"/desk/appeals/{letter}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(works, path)));
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.LetterRedacted));
    }

    [Fact]
    public async Task Forward_CopyIsThere_IsTheDefaultAndTheWholeLetterCanBeChosen()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Бакыт Ойдонов", Position.Other, Role.Executor);
        var (letter, _) = await AcceptAsync(site, Text);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var works = await StaffClient.SignInAsync(site, executor);
        var before = await reader.GetAsync($"/desk/appeals/{letter}/forward");
        Assert.Null(before.QuerySelector("[name='forward.redacted']"));
        await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/redact"), "[data-redact]", ("black", "2"));

        // The page from before the copy does not give the whole letter unasked.
        var again = await reader.SubmitAsync(before, "[data-forward]", ("forward.to", $"{executor.Id.Value}"), ("forward.text", "Карап бериңиз, сураныч."));

        Assert.Equal(HttpStatusCode.Conflict, reader.Status);
        Assert.True(((IHtmlInputElement)again.QuerySelector("[name='forward.redacted'][value=true]")!).IsChecked);
        await reader.SubmitAsync(again, "[data-forward]", ("forward.redacted", "false"));
        Assert.Contains("Азамат", (await works.GetAsync($"/desk/given/{letter}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingChosenOrStale_IsToldAndWhatWasChosenStays()
    {
        await using var site = await TestSite.StartAsync();
        var (letter, _) = await AcceptAsync(site, Text);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        var form = await reader.GetAsync($"/desk/appeals/{letter}/redact");

        var nothing = await reader.SubmitAsync(form, "[data-redact]", ("black", null));
        Assert.NotNull(nothing.QuerySelector("#black-error"));
        Assert.Empty(Marked(nothing));
        var outside = await reader.SubmitAsync(form, "[data-redact]", ("black", "10000000"));
        Assert.NotNull(outside.QuerySelector("#black-error"));
        await reader.SubmitAsync(form, "[data-redact]", ("black", "1"));
        var stale = await reader.SubmitAsync(form, "[data-redact]", ("black", "2"), ("black", "3"));

        Assert.Equal(HttpStatusCode.Conflict, reader.Status);
        Assert.Equal(["Азамат", "Үсөнов"], Marked(stale));
        await reader.SubmitAsync(stale, "[data-redact]");
        Assert.Equal($"/desk/appeals/{letter}/redact?done=redacted", reader.Path);
    }

    [Fact]
    public async Task Post_LongestLetterAllBlackedOut_IsTakenAndAnEndedSessionDoesNotBreak()
    {
        await using var site = await TestSite.StartAsync();
        var words = SchoolSettings.MostTextCharacters / 2;
        var (letter, _) = await AcceptAsync(site, string.Join(' ', Enumerable.Repeat("ө", words)));
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        var form = await reader.GetAsync($"/desk/appeals/{letter}/redact");
        (string, string?)[] all = [.. Enumerable.Range(0, words).Select(place => ("black", (string?)$"{place}"))];
        using var gone = new StaffClient(site.Address);

        await gone.SubmitAsync(form, "[data-redact]", all);
        Assert.Equal(HttpStatusCode.Unauthorized, gone.Status);
        var done = await reader.SubmitAsync(form, "[data-redact]", all);

        Assert.Equal($"/desk/appeals/{letter}/redact?done=redacted", reader.Path);
        Assert.Equal(Blackening.Bar, done.QuerySelector(".sheet .text")!.TextContent);
        Assert.Equal(words, Marked(done).Count());
    }

    [Fact]
    public async Task Redact_WhoeverDoesNotReadIt_IsNotThere()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Бакыт Ойдонов", Position.Other, Role.Executor);
        var (letter, _) = await AcceptAsync(site, Text, About.Director);
        using var reader = await StaffClient.SignInAsync(site, site.School.Chair);
        var form = await reader.GetAsync($"/desk/appeals/{letter}/redact");
        foreach (var stranger in new[] { executor, site.School.Director })
        {
            using var client = await StaffClient.SignInAsync(site, stranger);
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/desk/appeals/{letter}/redact"));
            var token = (await client.GetAsync("/desk/account/passphrase")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
            await client.SubmitAsync(form, "[data-redact]", ("black", "2"), ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.NotFound, client.Status);
        }
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<Part>().AnyAsync(part => part.Kind == PartKind.Redacted));
    }

    private static IElement WordsOf(IHtmlDocument page) => page.QuerySelector("[data-words]")!;

    private static IEnumerable<string> Marked(IHtmlDocument page) => WordsOf(page).QuerySelectorAll<IHtmlInputElement>("input").Where(box => box.IsChecked).Select(box => box.ParentElement!.TextContent);

    private static async Task<(AppealId Letter, Guid File)> AcceptAsync(TestSite site, string text, params About[] about)
    {
        var letter = TestSchool.Letter(text, about);
        var file = await site.School.Staged.StageAsync(new MemoryStream([1, 2, 3]), "сүрөт.jpg", letter.Draft.FileSeal(site.School.Id), CancellationToken.None);
        await site.School.AcceptAsync(letter with { Files = [file] });
        site.Time.Pass(TimeSpan.FromDays(1));
        return (letter.Draft.Id, file.Id);
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }
}
