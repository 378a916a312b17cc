using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Letters to a program whose disk fails.</summary>
internal static class DiskLetters
{
    public static async Task<List<(string Code, FireLetter Letter)>> AcceptAsync(HttpClient client, int letters)
    {
        var accepted = new List<(string, FireLetter)>();
        for (var i = 0; i < letters; i++)
        {
            var letter = FireLetter.Next();
            accepted.Add((await letter.PostAsync(client, client.BaseAddress!) ?? throw new InvalidOperationException("Refused."), letter));
        }
        return accepted;
    }

    /// <summary>A log that is written anew has room for some letters more; each of them is told the truth.</summary>
    public static async Task<List<(string Code, FireLetter Letter)>> AcceptUntilRefusedAsync(HttpClient client)
    {
        var accepted = new List<(string, FireLetter)>();
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 500, "Letters go on being accepted on a full disk.");
            var letter = new FireLetter($"Толук дискке {tries}", []);
            if (await letter.PostAsync(client, client.BaseAddress!) is not { } code)
                return accepted;
            accepted.Add((code, letter));
        }
    }

    /// <summary>The letter that stands first in the register, as it is opened before the disk fails: to open one is a line of the journal.</summary>
    public static async Task<IHtmlDocument> OpenFirstAsync(StaffClient staff) =>
        await staff.GetAsync((await staff.GetAsync("/desk/appeals")).QuerySelector("tbody a[href*='/desk/appeals/']")!.GetAttribute("href")!);

    /// <summary>503 in the reader's language, with the text kept, and a word beside the file where there was one.</summary>
    public static async Task AssertRefusedAsync(HttpClient client, string text, byte[]? file)
    {
        (string, object)[] fields = file is null ? [("text", text)] : [("files", ("а.bin", file)), ("text", text)];
        using var answer = await client.PostAsync(new Uri("/write", UriKind.Relative), TestForm.Parts(fields));
        var page = await AssertRefusedAsync(answer, text);
        Assert.Equal(file is not null, page.QuerySelector("#errors a[href='#files']") is not null);
    }

    /// <summary>The same for a further message.</summary>
    public static async Task AssertMessageRefusedAsync(HttpClient client, string code, string text)
    {
        using var answer = await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", code), ("text", text)));
        await AssertRefusedAsync(answer, text);
    }

    public static async Task<IDocument> AssertRefusedAsync(HttpResponseMessage answer, string text)
    {
        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Азыр сактай албай жатабыз", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        return page;
    }

    /// <summary>A further message to this letter, and an answer of the desk to the first of the register.</summary>
    public static async Task AssertBothAnswerAsync(HttpClient client, string code, TestPerson reader)
    {
        using var sent = await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", code), ("text", "Дагы")));
        Assert.Equal("Дагы", (await sent.PageAsync()).QuerySelectorAll(".thread .text")[^1].TextContent.Trim());
        using var staff = await FireProgram.SignInAsync(client.BaseAddress!, reader);
        var answered = await staff.SubmitAsync(await OpenFirstAsync(staff), "form[action*=answer]", ("answer", "Жылытып беребиз."));
        Assert.Equal("Жылытып беребиз.", answered.QuerySelector(".thread .mine .text")!.TextContent.Trim());
    }
}
