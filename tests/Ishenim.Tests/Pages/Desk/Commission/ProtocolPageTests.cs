using System.Net;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Commission;

public sealed class ProtocolPageTests
{
    [Fact]
    public async Task Protocol_CorrectedAgreedAndSigned_IsFrozenWithItsScan()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var path = $"/desk/commission/meetings/{await commission.EndedAsync()}/protocol";
        using var present = await StaffClient.SignInAsync(site, commission.Present);
        using var secretary = await StaffClient.SignInAsync(site, commission.Secretary);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);

        var page = await present.SubmitAsync(await present.GetAsync(path), "[data-note]", ("text", ""));
        Assert.NotNull(page.QuerySelector("#text-error"));
        await present.SubmitAsync(page, "[data-note]", ("text", "Саат 15:20 болгон."));
        Assert.Equal($"{path}?done=noted", present.Path);
        page = await secretary.GetAsync(path);
        Assert.Null(page.QuerySelector("[data-sign]"));
        page = await secretary.SubmitAsync(page, "[data-answer-note]", ("take", "true"));
        Assert.Equal($"{path}?done=taken", secretary.Path);
        await present.SubmitAsync(await present.GetAsync(path), "[data-agree]");
        Assert.Equal($"{path}?done=agreed", present.Path);
        page = await secretary.SubmitAsync(page, "[data-sign]", ("proof.passphrase", "башка сөз"), ("proof.otp", commission.Secretary.NextCode(site.Time)));
        Assert.Equal(HttpStatusCode.Conflict, secretary.Status);
        await secretary.SubmitAsync(page, "[data-sign]", Proof(site, commission.Secretary));
        Assert.Equal($"{path}?done=signed", secretary.Path);
        page = await chair.SubmitAsync(await chair.GetAsync(path), "[data-sign]", Proof(site, commission.Chair));
        Assert.Equal($"{path}?done=frozen", chair.Path);
        Assert.Null(page.QuerySelector("[data-sign], [data-note], [data-agree]"));
        page = await chair.UploadAsync(page, "[data-scan]", "scan", ("п.pdf", "%PDF-1.4\n%%EOF"u8.ToArray()));

        Assert.Equal($"{path}?done=scanned", chair.Path);
        await chair.GetAsync(page.QuerySelector("a[href^='/desk/commission/protocols/files/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, chair.Status);
        var paper = (await chair.GetAsync(path + ".html")).QuerySelector("main")!.TextContent;
        Assert.Contains("Саат 15:20 болгон.", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("ДОЛБООР", paper, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Contains((await db.FingerprintAsync(await db.Set<FrozenForm>().SingleAsync())).ToString(), paper, StringComparison.Ordinal);
    }

    /// <summary>The form stood on the page before they were marked absent: told in words that say what to do.</summary>
    [Fact]
    public async Task Sign_ByWhoWasAbsent_IsRefusedInWordsThatSayWhatToDo()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var path = $"/desk/commission/meetings/{await commission.EndedAsync()}/protocol";
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        var page = await chair.GetAsync(path);
        await commission.ChangeAsync("""UPDATE "Attendances" SET "Presence" = 3""");

        page = await chair.SubmitAsync(page, "[data-sign]", Proof(site, commission.Chair));

        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.Contains("алып барган адам менен катчысы кол коёт", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var absent = await StaffClient.SignInAsync(site, commission.Absent);
        page = await absent.GetAsync(path);
        Assert.Null(page.QuerySelector("[data-sign], [data-note], [data-agree]"));
        Assert.Contains("Ашканага жаңы меш коюлсун.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_DraftChangedMeanwhile_ShowsTheNewOne()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        var page = await chair.GetAsync($"/desk/commission/meetings/{await commission.EndedAsync()}/protocol");
        await commission.ChangeAsync("""UPDATE "Decisions" SET "Text" = 'Эки меш коюлсун'""");

        page = await chair.SubmitAsync(page, "[data-sign]", Proof(site, commission.Chair));

        Assert.Contains("Долбоор", page.QuerySelector(".errors")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Эки меш коюлсун", page.Body!.TextContent, StringComparison.Ordinal);
        await chair.SubmitAsync(page, "[data-sign]", Proof(site, commission.Chair));
        Assert.EndsWith("?done=signed", chair.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_LetterAndRestrictedLetter_AreWholeForWhoHoldsThemAlone()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var meeting = await commission.EndedAsync();
        var said = new ItemMinutes { Heard = "Ашканадагы кат.", Spoke = "", Resolved = "" };
        var letter = await commission.AddLetterAsync(meeting, 3, restricted: false, said, commission.Chair);
        var restricted = await commission.AddLetterAsync(meeting, 4, restricted: true, said with { Heard = "Жашыруун кат.", Resolved = "Чара көрүлсүн." }, commission.Chair);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        using var absent = await StaffClient.SignInAsync(site, commission.Absent);
        async Task<string> TextAsync(StaffClient client, string path) => (await client.GetAsync(path)).Body!.TextContent;

        foreach (var path in new[] { $"/desk/commission/meetings/{meeting}/protocol", $"/desk/commission/meetings/{meeting}/protocol.html", $"/desk/commission/items/{letter.Id}/extract.html" })
        {
            Assert.Contains("Ашканадагы кат.", await TextAsync(chair, path), StringComparison.Ordinal);
            var sealedText = await TextAsync(absent, path);
            Assert.DoesNotContain("Ашканадагы кат.", sealedText, StringComparison.Ordinal);
            Assert.Contains("кат менен бирге мөөрлөнгөн", sealedText, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Жашыруун", await TextAsync(chair, $"/desk/commission/meetings/{meeting}/protocol.html"), StringComparison.Ordinal);
        Assert.Contains("Чара көрүлсүн.", await TextAsync(chair, $"/desk/commission/items/{restricted.Id}/extract.html"), StringComparison.Ordinal);
        await absent.GetAsync($"/desk/commission/items/{restricted.Id}/extract.html");
        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal((1, 3), (await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.MinutesRead), await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.MinutesPrinted && line.Actor == commission.Chair.Id) - 1));
    }

    [Fact]
    public async Task Papers_EveryEnding_AreGiven()
    {
        await using var site = await TestSite.StartAsync();
        var filled = await FilledProtocol.FillAsync(site.School);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        foreach (var path in new[] { $"/desk/commission/meetings/{filled.Meeting}/protocol", $"/desk/commission/items/{filled.Item}/extract", "/desk/commission/book" })
            foreach (var (ending, expected) in new[] { ("html", HttpStatusCode.OK), ("docx", HttpStatusCode.OK), ("pdf", HttpStatusCode.OK), ("exe", HttpStatusCode.NotFound) })
            {
                await client.GetAsync($"{path}.{ending}");
                Assert.Equal((path, ending, expected), (path, ending, client.Status));
            }
        await client.GetAsync("/desk/commission/decisions.xlsx");
        Assert.Equal(HttpStatusCode.OK, client.Status);
        foreach (var nowhere in new[] { $"/desk/commission/meetings/{Guid.NewGuid()}/protocol", $"/desk/commission/items/{Guid.NewGuid()}/extract.html", "/desk/commission/book.html?year=1" })
        {
            await client.GetAsync(nowhere);
            Assert.Equal((nowhere, HttpStatusCode.NotFound), (nowhere, client.Status));
        }
        Assert.Contains("кол коюла элек: бул китепте жок", (await client.GetAsync("/desk/commission/book.html?year=2026")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_OverdueAndDone_ArePutBeforeAndBehind()
    {
        await using var site = await TestSite.StartAsync();
        using (var first = await StaffClient.SignInAsync(site, site.School.Director))
            Assert.Contains("Азырынча чечим жок", (await first.GetAsync("/desk/commission/decisions")).Body!.TextContent, StringComparison.Ordinal);
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.EndedAsync(1, new DateOnly(2026, 9, 1));
        await commission.ChangeAsync("""UPDATE "Decisions" SET "State" = 2, "Evidence" = 'акт № 4', "EndedOn" = '2026-09-10'""");
        await commission.EndedAsync(2, new DateOnly(2026, 9, 2));
        site.Time.Pass(TimeSpan.FromDays(2));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var rows = (await client.GetAsync("/desk/commission/decisions")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains("мөөнөтү өттү", rows[0], StringComparison.Ordinal);
        Assert.Contains("Протокол № 2 (2026–2027)", rows[0], StringComparison.Ordinal);
        Assert.Contains("2.1", rows[0], StringComparison.Ordinal);
        Assert.Contains("акт № 4", rows[1], StringComparison.Ordinal);
    }

    private static (string, string?)[] Proof(TestSite site, TestPerson person) => [("proof.passphrase", person.Passphrase), ("proof.otp", person.NextCode(site.Time))];
}
