using Ishenim.Core.Slips;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>The square code of a coded sheet read in the page, where the browser has a reader. Chromium on Linux has none: the tests bring one.</summary>
[Trait("Category", "Browser")]
public sealed class SheetCameraTests
{
    /// <summary>Finds in a film or picture what the test says; only once the film moves.</summary>
    private const string Reader = """
        window.BarcodeDetector = class {
          static async getSupportedFormats() { return ['code_128', 'qr_code'] }
          async detect(picture) {
            const marks = picture instanceof HTMLVideoElement ? picture.videoWidth && window.inFilm : window.inPicture
            return (marks || []).map(rawValue => ({ rawValue }))
          }
        }
        """;

    private const string Refusing = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError') }";

    [Fact]
    public async Task Camera_SeesASheet_FillsTheNumberInAndStops()
    {
        await using var site = await TestSite.StartAsync();
        var mark = await MarkAsync(site);
        var phone = await OpenAsync(site, Reader);
        await phone.ClickAsync("[data-camera] button");
        await phone.UntilAsync("document.querySelector('dialog').open && document.querySelector('video').videoWidth > 0");
        await phone.EvaluateAsync("() => { window.stream = document.querySelector('video').srcObject; window.inFilm = ['https://example.com'] }");
        await phone.UntilAsync("document.querySelector('dialog [role=status]').textContent === document.querySelector('dialog').dataset.other");
        var looks = new Looks(320, 360, 1280);
        await looks.AtAsync(phone, "paper-camera");
        looks.AreGood();

        await phone.EvaluateAsync("mark => { window.inFilm = [mark] }", mark);
        await phone.UntilAsync("!document.querySelector('dialog').open");

        Assert.Equal(mark, await phone.InputValueAsync("[name=slip]"));
        await phone.UntilAsync("window.stream.getTracks().every(track => track.readyState === 'ended')");
        await phone.FillAsync("[name=text]", "Кат.");
        await phone.CheckAsync("[name=channel][value=hand]");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-registered]");
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(SlipState.Used, (await db.Set<Slip>().SingleAsync()).State);
    }

    [Fact]
    public async Task Camera_ClosedByHand_Stops()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await OpenAsync(site, Reader);
        await phone.ClickAsync("[data-camera] button");
        await phone.UntilAsync("document.querySelector('video').videoWidth > 0");
        await phone.EvaluateAsync("() => { window.stream = document.querySelector('video').srcObject }");

        await phone.Keyboard.PressAsync("Escape");

        await phone.UntilAsync("window.stream.getTracks().every(track => track.readyState === 'ended')");
        Assert.Equal("", await phone.InputValueAsync("[name=slip]"));
    }

    [Fact]
    public async Task Camera_Refused_SaysWhatToDo()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await OpenAsync(site, $"{Reader};{Refusing}");

        await phone.ClickAsync("[data-camera] button");

        await phone.UntilAsync("document.querySelector('dialog [role=status]').textContent === document.querySelector('dialog').dataset.refused");
        await phone.ClickAsync("dialog button");
        Assert.False(await phone.IsVisibleAsync("dialog"));
    }

    [Fact]
    public async Task Picture_WithASheetsCode_FillsTheEmptyNumberInAndNoOther()
    {
        await using var site = await TestSite.StartAsync();
        var mark = await MarkAsync(site);
        var phone = await OpenAsync(site, Reader);
        await phone.EvaluateAsync("() => { window.inPicture = ['https://example.com'] }");
        await ChooseAsync(phone, 1);
        Assert.Equal("", await phone.InputValueAsync("[name=slip]"));

        await phone.EvaluateAsync("mark => { window.inPicture = ['https://example.com', mark] }", mark);
        await ChooseAsync(phone, 2);
        Assert.Equal(mark, await phone.InputValueAsync("[name=slip]"));
        await phone.FillAsync("[name=slip]", "1234-5670");
        await ChooseAsync(phone, 3);

        Assert.Equal("1234-5670", await phone.InputValueAsync("[name=slip]"));
    }

    [Fact]
    public async Task Camera_WithoutAReaderOrOnAnotherPage_IsNotThere()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await OpenAsync(site, "");
        await ChooseAsync(phone, 1);
        Assert.False(await phone.IsVisibleAsync("[data-camera]"));
        const string Ask = "navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', fault => fault.name)";

        Assert.Equal("given", await phone.EvaluateAsync<string>(Ask));
        await phone.GotoAsync("/desk/slips");
        Assert.Equal("NotAllowedError", await phone.EvaluateAsync<string>(Ask));
    }

    private static async Task<IPage> OpenAsync(TestSite site, string before)
    {
        var phone = await Chromium.PageAsync(site);
        if (before.Length > 0)
            await phone.AddInitScriptAsync(before);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        return phone;
    }

    private static async Task ChooseAsync(IPage page, int then)
    {
        await page.SetInputFilesAsync("[name=files]", Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));
        await page.UntilAsync($"document.querySelector('[data-said]').textContent.includes('{then}')");
    }

    /// <summary>What the square code of a printed sheet says.</summary>
    private static async Task<string> MarkAsync(TestSite site)
    {
        var codes = new Core.Appeals.CodeStretching();
        await foreach (var slip in new SlipMaking(site.Database.Gate, codes).MakeAsync(site.School.Responsible.Now(site.School), site.School.School, 1, CancellationToken.None))
            return SlipMark.Of(site.School.School.Slug, slip.Number);
        throw new InvalidOperationException("No sheet was made.");
    }
}
