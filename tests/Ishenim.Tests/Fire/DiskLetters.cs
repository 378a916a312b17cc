using System.Net;
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

    /// <summary>503 in the reader's language, with the text kept, and a word beside the file where there was one.</summary>
    public static async Task AssertRefusedAsync(HttpClient client, string text, byte[]? file)
    {
        (string, object)[] fields = file is null ? [("text", text)] : [("files", ("а.bin", file)), ("text", text)];
        using var answer = await client.PostAsync(new Uri("/write", UriKind.Relative), TestForm.Parts(fields));
        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Азыр сактай албай жатабыз", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(file is not null, page.QuerySelector("#errors a[href='#files']") is not null);
        Assert.Equal(text, page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
    }
}
