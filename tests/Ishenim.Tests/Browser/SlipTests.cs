using System.Text.RegularExpressions;
using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Browser;

/// <summary>A coded sheet from the printer to the answer, and the pages of letters on paper, in a browser.</summary>
[Trait("Category", "Browser")]
public sealed partial class SlipTests
{
    [Fact]
    public async Task Slip_RegisteredInAnOpeningWithAPhoto_ItsWriterReadsTheAnswer()
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/slips");
        await phone.FillAsync("[name=count]", "1");
        await phone.ClickAsync("[data-slips] button");
        await phone.ArrivedAsync("handler=Print");
        var sheet = await phone.InnerTextAsync("body");

        await phone.GotoAsync($"/desk/openings/{box.Open}/letter");
        await phone.SetInputFilesAsync("[name=files]", Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));
        await phone.FillAsync("[name=text]", "Спорт зал муздак.");
        await phone.FillAsync("[name=slip]", Number().Match(sheet).Value);
        await phone.ClickAsync("form[data-letter] button.button");
        await phone.GetByText("2026-2").First.WaitForAsync();
        await using var db = site.Database.Open(site.School.Id);
        var id = await db.Set<Appeal>().Where(appeal => appeal.Facts!.Number == "2026-2").Select(appeal => appeal.Id).SingleAsync();
        await phone.GotoAsync($"/desk/appeals/{id}");
        await phone.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await phone.FillAsync("[name=answer]", "Оңдолду.");
        await phone.ClickAsync("form[action*='handler=answer'] button.button:not([formaction])");
        await phone.GetByText("Оңдолду.").First.WaitForAsync();

        var writer = await Chromium.PageAsync(site);
        await writer.GotoAsync("/answer");
        await writer.FillAsync("[name=code]", Code().Match(sheet).Value);
        await writer.ClickAsync("#code-form button.button");
        await writer.GetByText("Оңдолду.").First.WaitForAsync();
        Assert.DoesNotContain("Спорт зал", await writer.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<OpeningItem>().CountAsync(item => item.Opening == box.Open && item.Number == "2026-2"));
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Paper_EveryPage_HasNoFaultAndNothingOverflows(string language)
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AddAsync("Бермет Жардамчиева", Position.Deputy, Role.Responsible);
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280, 1920);
        await page.SignInAsync(site, site.School.Responsible);
        await page.GotoAsync("/desk/slips");
        await page.FillAsync("[name=count]", "1");
        await page.ClickAsync("[data-slips] button");
        await page.ArrivedAsync("handler=Print");
        foreach (var path in new[] { "slips", "paper" })
        {
            await page.GotoAsync($"/desk/{path}?lang={language}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await looks.AtAsync(page, $"{path}-{language}", keepPicture: language == "ky");
        }
        await page.SetInputFilesAsync("[name=files]", Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));
        await page.ClickAsync("form[data-letter] button.button");
        await page.WaitForSelectorAsync("#receipt");
        await looks.AtAsync(page, $"paper-done-{language}", keepPicture: language == "ky");
        await using var db = site.Database.Open(site.School.Id);
        await page.GotoAsync($"/desk/appeals/{await db.Set<Appeal>().Select(appeal => appeal.Id).SingleAsync()}?lang={language}");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await looks.AtAsync(page, $"paper-untyped-{language}", keepPicture: language == "ky");
        looks.AreGood();
    }

    [GeneratedRegex(@"(\d{4}\s){4}\d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{4}-\d{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
