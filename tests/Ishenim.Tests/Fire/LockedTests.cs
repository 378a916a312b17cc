using System.Net;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Fire;

/// <summary>Another program holds the SQLite database for longer than anybody waits.</summary>
public sealed class LockedTests
{
    [Theory]
    [InlineData("/write", "Ашкана муздак")]
    [InlineData("/answer", "Жооп кайда?")]
    public async Task Post_DatabaseLocked_Is503WithTextAndFileAndWorksAfterwards(string path, string text)
    {
        await using var site = await StartAsync();
        var code = await site.SendAsync(("text", "Мурунку кат"));
        (string, object)[] form = [("nonce", "n-1"), ("code", code), ("text", text), ("files", ("а.txt", new byte[5000]))];

        HttpResponseMessage answer;
        using (Lock(site))
            answer = await site.PostAsync(path, TestForm.Parts(form));
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Азыр сактай албай жатабыз", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync(path, TestForm.Parts(form))).StatusCode);
        Assert.Equal(path == "/write" ? 2 : 1, await LetterCheck.VerifyAsync(site.School));
    }

    [Fact]
    public async Task Post_FileOfALetterThatCouldNotBeSaved_ArrivesWithTheNextTry()
    {
        await using var site = await StartAsync();
        HttpResponseMessage answer;
        using (Lock(site))
            answer = await site.PostAsync("/write", TestForm.Parts(("text", "Кат"), ("files", ("а.txt", new byte[5000]))));
        var shown = await answer.PageAsync();

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", "Кат"), ("draft", shown.Value("draft")), ("kept", shown.Value("kept"))));

        Assert.Equal(HttpStatusCode.OK, status);
        await LetterCheck.OpenAsync(site.School, [(json.GetProperty("receipt").GetString()!, new FireLetter("Кат", [new byte[5000]]))]);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Post_FileOfAMessageThatCouldNotBeSaved_ArrivesWithTheNextTry()
    {
        await using var site = await StartAsync();
        var code = await site.SendAsync(("text", "Кат"));
        HttpResponseMessage answer;
        using (Lock(site))
            answer = await site.PostAsync("/answer", TestForm.Parts(("code", code), ("text", "Дагы"), ("files", ("а.txt", new byte[5000]))));
        var shown = await answer.PageAsync();

        var sent = await (await site.PostAsync("/answer", TestForm.Parts(("code", code), ("text", "Дагы"), ("draft", shown.Value("draft")), ("kept", shown.Value("kept"))))).PageAsync();

        Assert.Single(sent.QuerySelectorAll(".thread button"));
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
    }

    [Fact]
    public async Task Post_ScriptWhileLocked_GetsJson503()
    {
        await using var site = await StartAsync();
        using var held = Lock(site);

        var (status, json) = await site.PostForJsonAsync("/write?lang=en", TestForm.Parts(("text", "Letter")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("We cannot save anything just now", json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_DeskWhileLocked_Is503ThatMayBeSentAgain()
    {
        await using var site = await StartAsync();
        await site.SendAsync(("text", "Кат"));
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var register = await staff.GetAsync("/desk/appeals");
        var letter = await staff.GetAsync(register.QuerySelector("tbody a[href*='/desk/appeals/']")!.GetAttribute("href")!);

        using (Lock(site))
        {
            var refused = await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));
            // To show the letter again would be one more line of the journal, which cannot be written: the browser keeps the form.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, staff.Status);
            Assert.Contains("reload it in a few minutes", refused.Body!.TextContent, StringComparison.Ordinal);
        }
        var answered = await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));

        Assert.Equal("Жылытып беребиз.", answered.QuerySelector(".thread .mine .text")!.TextContent.Trim());
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(change: settings => settings with
    {
        Storage = settings.Storage with { Patience = TimeSpan.FromSeconds(1) },
    });

    private static SqliteConnection Lock(TestSite site)
    {
        var other = new SqliteConnection($"Data Source={site.Database.Settings.SqliteFile};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        return other;
    }
}
