using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Before a letter goes: who will read it, and what may show who wrote it.</summary>
public sealed class LookingTests
{
    private const string Revealing = "Менин атым Нурлан, 0700 12 34 56.";

    [Fact]
    public async Task Post_RevealingFromOurPage_PointsOnceThenSends()
    {
        await using var site = await TestSite.StartAsync();
        (string, object)[] form = [("nonce", "n"), ("check", "1"), ("text", Revealing), ("step", "send")];

        var asked = await (await site.PostAsync("/write", TestForm.Parts(form))).PageAsync();

        Assert.Null(asked.GetElementById("receipt"));
        var notice = asked.QuerySelector(".notice.warn")!.TextContent;
        Assert.Contains("0700 12 34 56", notice, StringComparison.Ordinal);
        Assert.Contains("атым Нурлан", notice, StringComparison.Ordinal);
        Assert.Null(asked.QuerySelector("[name=check]"));
        var sent = await (await site.PostAsync("/write", TestForm.Parts(("nonce", asked.Value("nonce")), ("text", Revealing)))).PageAsync();
        Assert.NotNull(sent.GetElementById("receipt"));
    }

    [Fact]
    public async Task Post_FileThatMayNameItsAuthor_PointsOnceThenSends()
    {
        await using var site = await TestSite.StartAsync();

        var asked = await (await site.PostAsync("/write", TestForm.Parts(
            ("nonce", "n"), ("check", "1"), ("text", "Кат"), ("files", ("арыз.pdf", "%PDF-1.7 …"u8.ToArray()))))).PageAsync();

        Assert.Null(asked.GetElementById("receipt"));
        Assert.Contains("арыз.pdf", asked.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        var sent = await (await site.PostAsync("/write", TestForm.Parts(
            ("nonce", "n"), ("text", "Кат"), ("draft", asked.Value("draft")), ("kept", asked.Value("kept"))))).PageAsync();
        Assert.NotNull(sent.GetElementById("receipt"));
    }

    [Fact]
    public async Task Post_RevealingButSigned_IsSent()
    {
        await using var site = await TestSite.StartAsync();

        await site.SendAsync(("check", "1"), ("text", Revealing), ("signed", "true"), ("name", "Нурлан"), ("contact", "0700123456"));
    }

    [Fact]
    public async Task Post_RevealingFromAScript_IsNotStopped()
    {
        await using var site = await TestSite.StartAsync();

        await site.SendAsync(("text", Revealing));
    }

    [Theory]
    [InlineData("/write?handler=Readers", "")]
    [InlineData("/write", "check")]
    public async Task Post_Looking_TellsReadersAndSendsNothing(string path, string step)
    {
        await using var site = await TestSite.StartAsync();

        var page = await (await site.PostAsync(path, TestForm.Parts(("about", "director"), ("step", step), ("text", "Кат")))).PageAsync();

        Assert.Contains("комиссиянын төрагасы", page.GetElementById("readers")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("жооптуу адам", page.GetElementById("readers")!.TextContent, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.False(await db.Set<Appeal>().AnyAsync());
    }

    [Fact]
    public async Task Post_LookingAtALetterAboutAll_SaysThatNobodyIsLeft()
    {
        await using var site = await TestSite.StartAsync();

        var page = await (await site.PostAsync("/write", TestForm.Parts(("about", "director"), ("about", "chair"), ("step", "readers")))).PageAsync();

        Assert.Contains("111", page.GetElementById("readers")!.TextContent, StringComparison.Ordinal);
    }
}
