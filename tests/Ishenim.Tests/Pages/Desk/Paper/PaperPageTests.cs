using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Slips;
using Ishenim.Tests.Fire;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Paper;

/// <summary>Letters on paper, coded sheets and the notice board, as the desk's pages do them.</summary>
public sealed partial class PaperPageTests
{
    [Fact]
    public async Task Slip_PrintedRegisteredAndAnswered_ItsStubReadsTheAnswerAndNotTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var (code, number) = await PrintAsync(client);
        var before = await AnswerAsync(site, code);

        await RegisterAsync(client, ("channel", "hand"), ("text", "Ашкана муздак."), ("slip", $"ishenim:{site.School.School.Slug}:{number.Replace("-", "", StringComparison.Ordinal)}"));
        var letter = await client.GetAsync(await LetterPathAsync(site));
        await client.SubmitAsync(letter, "form[action*='handler=answer']", ("answer", "Ашкана оңдолду."));
        var after = await AnswerAsync(site, code);

        Assert.Contains("кутучада", before, StringComparison.Ordinal);
        Assert.Contains("Ашкана оңдолду.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Ашкана муздак.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_StillInTheBox_TellsTheNextOpeningAndNeverADayThatIsPast()
    {
        await using var site = await TestSite.StartAsync();
        await new BoxKeeping(site.Database.Gate).AddAsync(
            site.School.Responsible.Now(site.School), new BoxInput { Place = "А блогу", Seal = "" }, new DateOnly(2026, 9, 1));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var (code, _) = await PrintAsync(client);

        Assert.Contains("Кутуча ушул күнү ачылат", await AnswerAsync(site, code), StringComparison.Ordinal);
        site.Time.Pass(TimeSpan.FromDays(2));
        var overdue = await AnswerAsync(site, code);

        Assert.Contains("кутучада", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("Кутуча ушул күнү ачылат", overdue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_AsPdf_IsAFileWithItsCode()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await client.GetAsync("/desk/slips");
        page.QuerySelector("[data-slips]")!.SetAttribute("action", page.QuerySelector("[formtarget]")!.GetAttribute("formaction")!);
        var pdf = await client.SubmitAsync(page, "[data-slips]", ("count", "2"), ("perpage", "2"));

        Assert.StartsWith("%PDF", pdf.DocumentElement.TextContent, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(2, await db.Set<Slip>().CountAsync());
    }

    [Fact]
    public async Task Reply_WriterHasNoCode_GivesWayToTheBoard()
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var letter = await client.GetAsync($"/desk/appeals/{box.Answered}");

        Assert.Null(letter.QuerySelector("form[action*='handler=answer']"));
        Assert.NotNull(letter.QuerySelector("a[href$='/notice.pdf']"));
    }

    [Fact]
    public async Task Paper_BadInput_IsToldBesideItsFieldAndNothingIsLost()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var (_, number) = await PrintAsync(client);
        await RegisterAsync(client, ("text", "Кат."), ("slip", number));

        Assert.NotNull((await RegisterAsync(client, ("text", ""))).QuerySelector("#text-error"));
        Assert.NotNull((await RegisterAsync(client, ("text", "Кат."), ("sheets", "көп"))).QuerySelector("#sheets-error"));
        Assert.NotNull((await RegisterAsync(client, ("closed", "true"), ("text", "Окудум"), ("about", "responsible"))).QuerySelector("#closed-error"));
        Assert.NotNull((await RegisterAsync(client, ("closed", "true"))).QuerySelector("#about-error"));
        foreach (var wrong in new[] { "1111-1112", $"ishenim:other:{number}" })
            Assert.NotNull((await RegisterAsync(client, ("text", "Кат."), ("slip", wrong))).QuerySelector("#slip-error"));
        foreach (var (slip, word) in new[] { (number, "катталган"), (Free(number), "мындай номердүү барак жок") })
        {
            var again = await RegisterAsync(client, ("text", "Кат 3."), ("slip", slip));
            Assert.Equal(HttpStatusCode.Conflict, client.Status);
            Assert.Contains(word, again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Кат 3.", again.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);
        }
        foreach (var count in new[] { "0", "-1", "көп", $"{SlipMaking.Most + 1}" })
            Assert.NotNull((await client.SubmitAsync(await client.GetAsync("/desk/slips"), "[data-slips]", ("count", count))).QuerySelector("#count-error"));
    }

    [Fact]
    public async Task Oral_Registered_GivesACodeOnceAndPrintsIt()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var done = await RegisterAsync(client, ("channel", "oral"), ("readback", "true"), ("text", "Айтылган кат."));
        var code = done.QuerySelector("#receipt")!.TextContent;
        var slip = await client.SubmitAsync(done, "[data-receipt]");

        Assert.StartsWith("%PDF", slip.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("Айтылган кат.", await AnswerAsync(site, code), StringComparison.Ordinal);
        var history = (await client.GetAsync(await LetterPathAsync(site))).QuerySelector(".timeline")!.TextContent;
        Assert.Contains("Жазганымды айткан адамга окуп бердим", history, StringComparison.Ordinal);
        Assert.DoesNotContain("10:42", history.Split("Кагаздагы же оозеки кайрылуу катталды")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedEnvelope_AboutTheRegistrar_IsTypedByTheDirector()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var done = await RegisterAsync(client, ("closed", "true"), ("about", "responsible"), ("channel", "hand"));
        Assert.Null(done.QuerySelector("#receipt"));
        var path = await LetterPathAsync(site);
        await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, client.Status);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);

        Assert.NotNull((await director.SubmitAsync(await director.GetAsync(path), "[data-transcript]", ("transcript", " "))).QuerySelector("#transcript-error"));
        var wrong = await director.SubmitAsync(await director.GetAsync(path), "[data-transcript]", ("transcript", "Завуч жөнүндө кат."), ("slip", "1111-1112"));
        Assert.NotNull(wrong.QuerySelector("#slip-error"));
        Assert.Equal("Завуч жөнүндө кат.", wrong.QuerySelector<IHtmlTextAreaElement>("[name=transcript]")!.Value);
        var letter = await director.SubmitAsync(await director.GetAsync(path), "[data-transcript]", ("transcript", "Завуч жөнүндө кат."));

        Assert.Contains("Завуч жөнүндө кат.", letter.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(letter.QuerySelector("[data-transcript]"));
    }

    [Fact]
    public async Task Board_CheckedAnswer_HangsAndPrintsWithoutAWordOfTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var sheet = (await client.GetAsync($"/desk/appeals/{box.Answered}/notice.html")).DocumentElement.TextContent;

        Assert.Contains("Оңдодук.", sheet, StringComparison.Ordinal);
        Assert.Contains("2026-1", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Кат.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_ThatIsNoPicture_IsRefusedAndAPictureIsForTheRegistrarAlone()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = await client.GetAsync("/desk/paper");

        var refused = await client.UploadAsync(page, "[data-letter]", "files", ("кат.txt", "сөз"u8.ToArray()), ("text", "Кат."));
        Assert.NotNull(refused.QuerySelector("#files-error"));
        Assert.Equal("Кат.", refused.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);
        var photo = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));
        await client.UploadAsync(page, "[data-letter]", "files", ("барак.png", photo), ("text", "Кат."));

        var path = await LetterPathAsync(site);
        Assert.Contains("барак.png", (await client.GetAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        Assert.DoesNotContain("барак.png", (await director.GetAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        var letter = await client.GetAsync(path);
        await client.SubmitAsync(letter, "[data-original]", ("why", "Бир сөздү окуй албадым"), ("reader", $"{site.School.Director.Id}"));
        Assert.Contains("барак.png", (await director.GetAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_DiskFull_IsToldAndTheLetterIsNotRegisteredWithoutIt()
    {
        using var disk = SmallDisk.Mount();
        var database = await TestDatabase.StartInAsync(disk.Folder);
        var school = await TestSchool.OpenAsync(database);
        await using var site = await TestSite.StartOverAsync(database, school.Time.Now);
        using var client = new StaffClient(site.Address);
        await client.SignInAsync(school.Responsible, school.Time);
        var form = await client.GetAsync("/desk/paper");
        // A test that ends beside this one closes all idle connections, and on a full disk SQLite could not open the first one again.
        await using var open = database.Open(school.Id);
        await open.Database.OpenConnectionAsync();
        await open.Set<Core.Schools.School>().AnyAsync();
        disk.Fill();

        var refused = await client.UploadAsync(form, "[data-letter]", "files", ("барак.png", Scan(400_000)), ("text", "Кат."));

        Assert.NotNull(refused.QuerySelector("#files-error"));
        Assert.Equal("Кат.", refused.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);
        disk.MakeRoom();
        var done = await client.UploadAsync(refused, "[data-letter]", "files", ("барак.png", Scan(400_000)), ("text", "Кат."));
        Assert.NotNull(done.QuerySelector("[data-registered]"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Paper_SentTwice_IsOneLetterWithTheSameCode(bool atOnce)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var form = await client.GetAsync("/desk/paper");

        Task<IHtmlDocument> SendAsync() => client.SubmitAsync(form, "[data-letter]", ("text", "Айтылган кат."));
        var first = SendAsync();
        if (!atOnce)
            await first;
        var codes = (await Task.WhenAll(first, SendAsync())).Select(done => done.QuerySelector("#receipt")!.TextContent).ToList();

        Assert.Equal(codes[0], codes[1]);
        await LetterPathAsync(site);
    }

    [Theory]
    [InlineData("/desk/paper", "camera=(self)")]
    [InlineData("/desk", "camera=()")]
    [InlineData("/desk/slips", "camera=()")]
    [InlineData("/desk/login", "camera=()")]
    [InlineData("/write", "camera=()")]
    public async Task Camera_IsForTheFormOfPaperAlone(string path, string policy)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", client.Cookies.GetCookieHeader(new Uri(site.Address + "/desk")));

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(policy, answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>A PDF of so many bytes, as far as its beginning tells.</summary>
    private static byte[] Scan(int length) => [.. "%PDF-1.7\n"u8, .. new byte[length]];

    private static async Task<string> LetterPathAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return $"/desk/appeals/{await db.Set<Appeal>().Select(appeal => appeal.Id).SingleAsync()}";
    }

    private static async Task<IHtmlDocument> RegisterAsync(StaffClient client, params (string Name, string? Value)[] fields) =>
        await client.SubmitAsync(await client.GetAsync("/desk/paper"), "[data-letter]", fields);

    /// <summary>One sheet: the code of its stub and the number of its letter.</summary>
    private static async Task<(string Code, string Number)> PrintAsync(StaffClient client)
    {
        var sheet = await client.SubmitAsync(await client.GetAsync("/desk/slips"), "[data-slips]", ("count", "1"));
        var text = sheet.Body!.TextContent;
        return (Code().Match(text).Value, Number().Match(text).Value);
    }

    /// <summary>A number that may be, and is not that one.</summary>
    private static string Free(string taken)
    {
        var number = SlipNumber.New().ToString();
        return number == taken ? Free(taken) : number;
    }

    private static async Task<string> AnswerAsync(TestSite site, string code)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("code", code)]);
        using var answer = await site.Client.PostAsync(new Uri("/answer", UriKind.Relative), form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"(\d{4}\s){4}\d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{4}-\d{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
