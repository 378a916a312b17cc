using Ishenim.Core.Appeals;
using Ishenim.Tests.Pages;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>
/// Every page of writers, in every state that it can show, without a fault and without anything wider than the window: on
/// the smallest phone, on a usual one, and on a desk.
/// </summary>
[Trait("Category", "Browser")]
public sealed class WriterAccessTests
{
    private const string Letter = "Менин атым Нурлан, 7-А классынан. Ашканада тамак муздак: https://мисал.example/абдан-узун-дарек-абдан-узун-дарек-абдан-узун-дарек";
    private readonly Looks _looks = new(320, 360, 1280);

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Pages_OfWriters_HaveNoFaultAndNothingOverflows(string language)
    {
        await using var site = await TestSite.StartAsync();
        var code = await AnsweredAsync(site);
        await FilledBox.FillAsync(site.School);
        await site.SetAsync(settings => settings with { ShowBoard = true, ShowOpener = true });
        var page = await Chromium.PageAsync(site);
        foreach (var (name, show) in States(code))
        {
            await show(page, $"?lang={language}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await _looks.AtAsync(page, $"{name}-{language}", keepPicture: false);
        }
        _looks.AreGood();
    }

    private static IEnumerable<(string Name, Func<IPage, string, Task> Show)> States(string code) =>
    [
        ("home", (page, language) => page.GotoAsync("/" + language)),
        ("letter", (page, language) => page.GotoAsync("/write" + language)),
        ("letter-errors", ErrorsAsync),
        ("letter-preview", (page, language) => SubmitAsync(page, language, "check", ".notice.warn")),
        ("letter-sent", (page, language) => SubmitAsync(page, language, "send", "#receipt")),
        ("code", (page, language) => page.GotoAsync("/answer" + language)),
        ("code-typo", (page, language) => CodeAsync(page, language, "1234 5678", "#code-error")),
        ("code-unknown", (page, language) => CodeAsync(page, language, "00000000000000000000", "#code-error")),
        ("thread", (page, language) => CodeAsync(page, language, code, ".thread")),
        ("board", (page, language) => page.GotoAsync("/board" + language)),
        ("rules", (page, language) => page.GotoAsync("/regulation" + language)),
        ("nothing-here", (page, language) => page.GotoAsync("/мындай-бет-жок" + language)),
    ];

    private static async Task ErrorsAsync(IPage page, string language)
    {
        await page.GotoAsync("/write" + language);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await page.CheckAsync("[name=signed][value=true]");
        await page.ClickAsync("button[value=send]");
        await page.WaitForSelectorAsync("#errors");
    }

    /// <summary>The first press points at revealing words, the second sends.</summary>
    private static async Task SubmitAsync(IPage page, string language, string step, string shown)
    {
        await page.GotoAsync("/write" + language);
        await page.FillAsync("[name=text]", Letter);
        // Hidden where scripts run: the sentence about readers changes by itself there.
        await page.EvaluateAsync("document.querySelector('button[value=check]').click()");
        await page.WaitForSelectorAsync(".notice.warn");
        if (step == "send")
            await page.ClickAsync("#letter button[value=send]");
        await page.WaitForSelectorAsync(shown);
    }

    private static async Task CodeAsync(IPage page, string language, string code, string shown)
    {
        await page.GotoAsync("/answer" + language);
        await page.FillAsync("[name=code]", code);
        await page.ClickAsync("#code-form button.button");
        await page.WaitForSelectorAsync(shown);
    }

    /// <summary>A letter with a file, an answer to it, and one more word of the writer.</summary>
    private static async Task<string> AnsweredAsync(TestSite site)
    {
        var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", Letter), ("files", ("абдан_узун_аталыштагы_сүрөт_2026_11_25_10_42_17.txt", new byte[10]))));
        var code = json.GetProperty("receipt").GetString()!;
        await using var db = site.Database.Open(site.School.Id);
        var letter = await db.Set<Appeal>().Select(appeal => appeal.Id).SingleAsync();
        await new AppealAnswering(new AppealDesk(site.Database.Gate)).AnswerAsync(
            site.School.Director.Now(site.School), letter, new NewAnswer { Text = "Саламатсызбы! Дүйшөмбүдөн баштап тамак ысык болот.", Version = 0 });
        return code;
    }
}
