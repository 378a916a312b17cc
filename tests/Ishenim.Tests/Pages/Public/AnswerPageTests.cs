using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>The writer comes back with the code.</summary>
public sealed class AnswerPageTests
{
    [Fact]
    public async Task Post_CodeTypedWithBlanks_ShowsStateDueDayAndLetter()
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Ашкана муздак."));

        var page = await (await site.PostAsync("/answer", TestForm.Pairs(("code", $" {code[..4]}-{code[4..9]} {code[9..]} ")))).PageAsync();

        Assert.Contains("азырынча окула элек", page.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5‑октябрь", page.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ашкана муздак.", page.QuerySelector(".thread .mine .text")!.TextContent);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("1234", HttpStatusCode.BadRequest)]
    [InlineData("1234 5678 9012 3456 7890 1", HttpStatusCode.BadRequest)]
    [InlineData("typo", HttpStatusCode.BadRequest)]
    [InlineData("unknown", HttpStatusCode.NotFound)]
    public async Task Post_WrongCode_IsToldAndKept(string typed, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));
        typed = typed switch
        {
            "typo" => code[..5] + (char)('0' + (code[5] - '0' + 1) % 10) + code[6..],
            "unknown" => ReceiptCode.New().ToString(),
            _ => typed,
        };

        var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", typed)));

        var page = await answer.PageAsync();
        Assert.Equal(expected, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#code-error"));
        Assert.Equal(typed, page.Value("code"));
        Assert.Null(page.QuerySelector(".thread"));
    }

    [Fact]
    public async Task Post_CodeOfAnotherSchool_IsUnknown()
    {
        await using var site = await TestSite.StartAsync();
        await TestSchool.OpenAsync(site.Database, "two", 2);
        var code = await site.SendAsync(("text", "Кат"));

        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync("/s/two/answer", TestForm.Pairs(("code", code)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync("/s/one/answer", TestForm.Pairs(("code", code)))).StatusCode);
    }

    [Fact]
    public async Task Post_MoreTextTwiceWithOneNonce_IsAddedOnce()
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));
        (string, object)[] form = [("code", code), ("nonce", "m1"), ("text", "Дагы бир сөз"), ("files", ("а.txt", "файл"u8.ToArray()))];

        await site.PostAsync("/answer", TestForm.Parts(form));
        var page = await (await site.PostAsync("/answer", TestForm.Parts(form))).PageAsync();

        Assert.Equal(["Кат", "Дагы бир сөз"], page.QuerySelectorAll(".thread .text").Select(text => text.TextContent));
        Assert.Single(page.QuerySelectorAll(".thread button"));
        Assert.Equal("", page.QuerySelector("textarea")!.TextContent);
        Assert.NotEqual("m1", page.Value("nonce"));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.WriterAdded && line.At == null));
    }

    [Fact]
    public async Task Post_MoreEmpty_IsAskedFor()
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));

        var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", code), ("step", "send"), ("text", "")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector("#text-error"));
    }

    [Fact]
    public async Task Post_SignLater_AsksThenAddsTheNameOnce()
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));

        var asked = await site.PostAsync("/answer", TestForm.Pairs(("code", code), ("step", "sign"), ("name", "Айнура")));
        var done = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code), ("step", "sign"), ("name", "Айнура"), ("contact", "0555010203")))).PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        Assert.NotNull((await asked.PageAsync()).QuerySelector("#contact-error"));
        Assert.NotNull(done.QuerySelector(".success"));
        Assert.Null(done.QuerySelector("[value=sign]"));
        await using var db = site.Database.Open(site.School.Id);
        Assert.True((await db.Set<Appeal>().AsNoTracking().SingleAsync()).Facts!.Signed);
    }

    [Fact]
    public async Task Post_FileOfAnotherLetter_IsNotFound()
    {
        await using var site = await TestSite.StartAsync();
        var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", "Биринчи"), ("files", ("а.txt", "сыр"u8.ToArray()))));
        var first = await (await site.PostAsync("/answer", TestForm.Pairs(("code", json.GetProperty("receipt").GetString()!)))).PageAsync();
        var other = await site.SendAsync(("text", "Экинчи"));

        var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", other), ("file", first.QuerySelector(".thread button")!.GetAttribute("value")!)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Post_OtherLanguageBeforeTheCode_IsNoMistake()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/answer?lang=ru", TestForm.Parts(("code", ""), ("step", "language")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await answer.PageAsync()).QuerySelector(".error"));
    }

    [Fact]
    public async Task Post_OtherLanguageWhileWriting_KeepsTypedText()
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));

        var page = await (await site.PostAsync("/answer?lang=en", TestForm.Parts(("code", code), ("step", "language"), ("text", "Жарым сүйлөм")))).PageAsync();

        Assert.Equal("Жарым сүйлөм", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll(".thread .text"));
    }
}
