using Ishenim.Core.Staff;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests;

/// <summary>Letters whose every word can be found again, through the pages of writers and of the desk.</summary>
internal sealed class CanaryLetters(TestSite site)
{
    private const string Text = "КАНАРЕЙКА-ТЕКСТ-7f3a9c ашкана муздак";
    private const string Nameless = "КАНАРЕЙКА-АНОНИМ-29bd11 жөнүндө";
    private const string More = "КАНАРЕЙКА-КОШУМЧА-51be20";
    private const string Name = "Канарейкабек Ойдонов";
    private const string Contact = "+996 700 314 159";
    private const string LateName = "Сайраганбүбү Ойдонова";
    private const string LateEmail = "sairagan-e5a7@kat.example";
    private const string FileName = "канарейка-сүрөт-e81d.txt";
    private const string MoreFileName = "канарейка-экинчи-a40c.txt";
    private const string FileText = "КАНАРЕЙКА-ФАЙЛ-c0ffee92";
    private const string Draft = "КАНАРЕЙКА-КАРАЛАМА-8d1e77";
    private const string Answer = "КАНАРЕЙКА-ЖООП-3b90f2";
    private const string Note = "КАНАРЕЙКА-БЕЛГИ-66aa05";
    private const string Reason = "КАНАРЕЙКА-СЕБЕП-d27c41 чалуу керек";
    private const string Ask = "КАНАРЕЙКА-СУРОО-4c11ab комиссияга";
    private const string Minutes = "КАНАРЕЙКА-ПРОТОКОЛ-90f3e8 угулду";
    private string _code = "";
    private string _namelessCode = "";
    private string _spokenOf = "";

    public IReadOnlyList<string> Words =>
        [Text, Nameless, More, Name, Contact, LateName, LateEmail, FileName, MoreFileName, FileText, Draft, Answer, Note, Reason, Ask, Minutes, _code, _namelessCode, "КАНАРЕЙКА", "канарейка", "Канарейка"];

    /// <summary>The one that there must be: a signed writer's e-mail waits in the outbox until its notice is sent.</summary>
    public IReadOnlyList<(string Column, string Word)> Expected => [("OutboxMails.To", LateEmail)];

    /// <summary>A signed letter with a file, one that is signed later, a restricted one, and what was added to the first.</summary>
    public async Task WriteAsync()
    {
        var sent = await site.PostForJsonAsync("/write", TestForm.Parts(
            ("text", Text), ("signed", "true"), ("name", Name), ("contact", Contact), ("files", (FileName, System.Text.Encoding.UTF8.GetBytes(FileText)))));
        _code = sent.Json.GetProperty("receipt").GetString()!;
        _namelessCode = await site.SendAsync(("text", Nameless), ("urgent", "true"));
        await site.SendAsync(("text", Nameless), ("about", "director"));
        await AddAsync();
        var signed = await site.PostAsync("/answer", TestForm.Pairs(("code", _namelessCode), ("step", "sign"), ("name", LateName), ("contact", LateEmail)));
        Assert.True(signed.IsSuccessStatusCode);
    }

    public async Task AddAsync()
    {
        var added = await site.PostAsync("/answer", TestForm.Parts(
            ("code", _code), ("text", More), ("files", (MoreFileName, System.Text.Encoding.UTF8.GetBytes(FileText)))));
        Assert.Contains(More, await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Draft, answers, note, both identities behind a reason, and one reader who steps back.</summary>
    public async Task WorkAtTheDeskAsync()
    {
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var paths = (await staff.GetAsync("/desk/appeals")).QuerySelectorAll("table.fold th[scope=row] a:not([href$=stepback])").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, paths.Count);
        foreach (var path in paths)
        {
            await staff.SubmitAsync(await staff.GetAsync(path), "form[action*=note]", ("note", Note));
            var shown = await staff.SubmitAsync(await staff.GetAsync(path), "form[action*=identity]", ("reason", Reason));
            Assert.NotNull(shown.QuerySelector("#writer"));
            await staff.SubmitAsync(await staff.GetAsync(path), "form[action*=answer]", ("answer", Answer));
            await SaveDraftAsync(staff, path);
        }
        await staff.SubmitAsync(await staff.GetAsync(paths[0] + "/stepback"), "form[action$=stepback]");
        Assert.Equal("/desk?done=stepped", staff.Path);
        await AskForTheNameAsync(staff, paths[1]);
        _spokenOf = paths[1];
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        await SaveDraftAsync(director, paths[0]);
    }

    /// <summary>After all that: one of them goes on the commission's agenda, and its minutes are written.</summary>
    public async Task SpeakOfItAsync()
    {
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        var commission = await TestMeeting.ConveneAsync(site.School);
        var meeting = await commission.PlanAsync(site.School.Clock.Today);
        var id = _spokenOf["/desk/appeals/".Length..];
        await reader.SubmitAsync(await reader.GetAsync($"/desk/commission/letters/{id}/put"), "[data-put]", ("put.ask", Ask));
        Assert.EndsWith("done=agenda", reader.Path, StringComparison.Ordinal);
        await commission.HoldAsync(meeting);
        using var secretary = await StaffClient.SignInAsync(site, commission.Secretary);
        var letter = (await secretary.GetAsync("/desk")).QuerySelector("a[href$='/letter']")!.GetAttribute("href")!;
        Assert.Contains(Ask, (await secretary.GetAsync(letter)).Body!.TextContent, StringComparison.Ordinal);
        var minutes = letter[..^"letter".Length] + "minutes";
        await secretary.SubmitAsync(await secretary.GetAsync(minutes), "[data-minutes]", ("minutes.heard", Minutes), ("minutes.spoke", Minutes));
        Assert.Equal(minutes[..^"/minutes".Length], secretary.Path);
    }

    /// <summary>An executor asks to see who signed it, and the chair refuses; both say why.</summary>
    private async Task AskForTheNameAsync(StaffClient reader, string path)
    {
        var executor = await site.School.AddAsync("Нурлан Аткаруучуев", Position.Other, Role.Executor);
        await reader.SubmitAsync(await reader.GetAsync(path + "/forward"), "[data-forward]",
            ("forward.to", $"{executor.Id.Value}"), ("forward.text", Reason), ("forward.due", $"{site.School.Clock.Today:yyyy-MM-dd}"));
        using var works = await StaffClient.SignInAsync(site, executor);
        await works.SubmitAsync(await works.GetAsync(path + "/name"), "[data-ask-name]", ("why", Reason));
        Assert.EndsWith("done=asked", works.Path, StringComparison.Ordinal);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        var list = await chair.GetAsync("/desk/identity-requests");
        Assert.Contains(Reason, list.Body!.TextContent, StringComparison.Ordinal);
        await chair.SubmitAsync(list, "[data-refuse]", (list.QuerySelector("[data-refuse] textarea")!.GetAttribute("name")!, Reason));
        Assert.EndsWith("done=refused", chair.Path, StringComparison.Ordinal);
    }

    /// <summary>As the button for it does.</summary>
    private static async Task SaveDraftAsync(StaffClient staff, string path)
    {
        var page = await staff.GetAsync(path);
        var form = page.QuerySelector("form[action*=answer]")!;
        form.SetAttribute("action", form.QuerySelector("[formaction*=draft]")!.GetAttribute("formaction")!);
        var saved = await staff.SubmitAsync(page, "form[action*=draft]", ("answer", Draft));
        Assert.Contains("done=draft", staff.Path, StringComparison.Ordinal);
        Assert.Contains(Draft, saved.QuerySelector("textarea[name=answer]")!.TextContent, StringComparison.Ordinal);
    }
}
