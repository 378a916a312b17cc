using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;

namespace Ishenim.Tests.Pages.Desk.Appeals;

public sealed class AppealPageTests
{
    [Fact]
    public async Task Register_ToLetterToAnswer_AnswerStandsInTheThread()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var register = await client.GetAsync("/desk/appeals");
        var link = register.QuerySelector("table.fold th a")!;
        var letter = await client.GetAsync(link.GetAttribute("href")!);
        Assert.Contains("Ашкана муздак.", letter.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        var taken = await client.SubmitAsync(letter, "form[action*=takeup]");
        var answered = await client.SubmitAsync(taken, "form[action*=answer]", ("answer", "Жылытып беребиз."));

        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.Contains("done=answered", client.Path, StringComparison.Ordinal);
        Assert.Equal("Жылытып беребиз.", answered.QuerySelector(".thread .mine .text")!.TextContent.Trim());
        Assert.NotNull(answered.QuerySelector("form[action*=close]"));
        Assert.Null(answered.QuerySelector("form[action*=takeup]"));
    }

    [Fact]
    public async Task Answer_SomebodyAnsweredMeanwhile_SaysSoAndKeepsTheTypingAndTheDraft()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(director);
        var before = await responsible.GetAsync(path);
        await director.SubmitAsync(await director.GetAsync(path), "form[action*=answer]", ("answer", "Директордун жообу."));

        var refused = await responsible.SubmitAsync(before, "form[action*=answer]", ("answer", "Менин узун жообум."));

        Assert.Equal(HttpStatusCode.Conflict, responsible.Status);
        Assert.NotNull(refused.QuerySelector("#errors"));
        Assert.Equal("Менин узун жообум.", refused.QuerySelector("textarea[name=answer]")!.TextContent.Trim());
        Assert.Contains("Директордун жообу.", refused.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Менин узун жообум.", (await responsible.GetAsync(path)).QuerySelector("textarea[name=answer]")!.TextContent.Trim());
        var again = await responsible.SubmitAsync(refused, "form[action*=answer]");
        Assert.Equal(2, again.QuerySelectorAll(".thread .mine .text").Length);
    }

    [Fact]
    public async Task Answer_NamesAColleague_IsSentOnlyWhenSaidAgain()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AddAsync("Гүлбарчын Мисалова", Position.Teacher, Role.Executor);
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var letter = await client.GetAsync(await LetterPathAsync(client));
        Assert.Null(letter.QuerySelector("button[name=anyway]"));

        var warned = await client.SubmitAsync(letter, "form[action*=answer]", ("answer", "Гүлбарчынга айттык."));

        Assert.Contains("Гүлбарчынга", warned.QuerySelector(".field.bad .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Гүлбарчынга айттык.", warned.QuerySelector("textarea[name=answer]")!.TextContent.Trim());
        Assert.Null(warned.QuerySelector(".thread .mine .text"));
        Assert.NotNull(warned.QuerySelector("button[name=anyway][value=true]"));
        var another = await client.SubmitAsync(warned, "form[action*=answer]", ("answer", "Гүлбарчынга айттык, Болотко да."), ("anyway", "true"));
        Assert.Contains("Болотко", another.QuerySelector(".field.bad .error")!.TextContent, StringComparison.Ordinal);
        var sent = await client.SubmitAsync(warned, "form[action*=answer]", ("anyway", "true"));
        Assert.Equal("Гүлбарчынга айттык.", sent.QuerySelector(".thread .mine .text")!.TextContent.Trim());
    }

    [Fact]
    public async Task Answer_ClosedMeanwhile_SaysSoAndShowsWhatWasTyped()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(director);
        var before = await responsible.GetAsync(path);
        var answered = await director.SubmitAsync(await director.GetAsync(path), "form[action*=answer]", ("answer", "Директордун жообу."));
        await director.SubmitAsync(answered, "form[action*=close]", ("closing.outcome", "WellFounded"));

        var refused = await responsible.SubmitAsync(before, "form[action*=answer]", ("answer", "Менин узун жообум."));

        Assert.Equal(HttpStatusCode.Conflict, responsible.Status);
        Assert.Equal("Менин узун жообум.", refused.QuerySelector("textarea[name=answer][readonly]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Classify_SecondEditor_IsToldAndKeepsTheChoice()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(director);
        var before = await responsible.GetAsync(path);
        await director.SubmitAsync(await director.GetAsync(path), "form[action*=classify]", ("kind", "Complaint"));

        var refused = await responsible.SubmitAsync(before, "form[action*=classify]", ("kind", "Proposal"), ("subject", "Safety"));

        Assert.Equal(HttpStatusCode.Conflict, responsible.Status);
        Assert.Equal("Proposal", refused.QuerySelector("select[name=kind] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Safety", refused.QuerySelector("select[name=subject] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Letter_WithoutGrant_IsTheSame404AsNoLetter()
    {
        await using var site = await TestSite.StartAsync();
        var letter = TestSchool.Letter("Директор жөнүндө.", About.Director);
        await site.School.AcceptAsync(letter);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);

        var kept = (await director.GetAsync($"/desk/appeals/{letter.Draft.Id}")).DocumentElement.OuterHtml;
        var keptStatus = director.Status;
        var none = (await director.GetAsync($"/desk/appeals/{Guid.NewGuid()}")).DocumentElement.OuterHtml;

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (keptStatus, director.Status));
        Assert.Equal(none, kept);
        Assert.DoesNotContain("Ч-", (await director.GetAsync("/desk/appeals")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ч-", (await director.GetAsync("/desk")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Директор жөнүндө.", (await chair.GetAsync($"/desk/appeals/{letter.Draft.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-Ч-1", (await chair.GetAsync("/desk/appeals")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { "print", "files/" + Guid.NewGuid() })
        {
            await director.GetAsync($"/desk/appeals/{letter.Draft.Id}/{path}");
            Assert.Equal(HttpStatusCode.NotFound, director.Status);
        }
    }

    [Fact]
    public async Task Identity_BehindAReason_IsShownOnceAndNeverBefore()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(client);
        var page = await client.GetAsync(path);
        Assert.DoesNotContain("Ойдон", page.Body!.InnerHtml, StringComparison.Ordinal);

        var shortReason = await client.SubmitAsync(page, "form[action*=identity]", ("reason", "керек"));
        Assert.DoesNotContain("Ойдон", shortReason.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(shortReason.QuerySelector("#errors a[href='#reason']"));
        var shown = await client.SubmitAsync(shortReason, "form[action*=identity]", ("reason", "Ата-энесине чалуу керек болду"));

        Assert.Contains("Ойдон Чыккан", shown.QuerySelector("#writer")!.TextContent, StringComparison.Ordinal);
        var later = await client.GetAsync(path);
        Assert.DoesNotContain("Ойдон", later.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Ата-энесине чалуу керек болду", later.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepBack_FromTheRegisterUnread_OpensNothingAndTakesTheLetterAway()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Тууганы жөнүндө."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var register = await director.GetAsync("/desk/appeals");
        var path = register.QuerySelector("table.fold th a")!.GetAttribute("href")!;

        var ask = await director.GetAsync(register.QuerySelector("a[href$=stepback]")!.GetAttribute("href")!);
        await director.SubmitAsync(ask, "form[action$=stepback]");

        Assert.StartsWith("/desk?done=stepped", director.Path, StringComparison.Ordinal);
        await director.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, director.Status);
        var row = (await director.GetAsync("/desk/appeals")).QuerySelector("table.fold tbody th")!;
        Assert.Contains("2026-1", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("a"));
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        Assert.Contains("Тууганы жөнүндө.", (await chair.GetAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("кат окулду", (await director.GetAsync("/desk/journal")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Print_Letter_HasTextAndNoNameAndIsInTheHistory()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Чатыр агып жатат.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var path = await LetterPathAsync(client);

        var paper = (await client.GetAsync(path + "/print")).DocumentElement.OuterHtml;

        Assert.Contains("Чатыр агып жатат.", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Ойдон", paper, StringComparison.Ordinal);
        Assert.Contains("Кат басып чыгарылды", (await client.GetAsync(path)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task<string> LetterPathAsync(StaffClient client) =>
        (await client.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
}
