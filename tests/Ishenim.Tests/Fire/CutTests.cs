using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Fire;

/// <summary>The line breaks at every stage of a post: what was sent is there or not, never half, and a retry makes no second one.</summary>
public sealed class CutTests
{
    private static readonly byte[] _file = Encoding.ASCII.GetBytes(new string('f', 1000));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_CutAtAnyEdge_IsWholeOrNotThereAndTheRetryMakesOneLetter(bool reset)
    {
        await using var site = await TestSite.StartAsync();
        using var form = TestForm.Parts(RawPost.NonceField, ("text", "Кесилди"), ("files", ("а.bin", _file)));
        var post = await RawPost.OfAsync(site, "/write", form, "Accept: application/json");

        var answers = await CutEverywhereAsync(post, reset);

        Assert.Equal(answers.Count, await LetterCheck.VerifyAsync(site.School));
        await LetterCheck.OpenAsync(site.School, answers.Select(answer => (answer.Split("\"receipt\":\"")[1].Split('"')[0], new FireLetter("Кесилди", [_file]))));
        await AssertWholeAsync(site, answers.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_CutAtAnyEdge_IsWholeOrNotThereAndTheRetryMakesOneMessage(bool reset)
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));
        using var form = TestForm.Parts(RawPost.NonceField, ("code", code), ("text", "Дагы"), ("files", ("а.bin", _file)));
        var post = await RawPost.OfAsync(site, "/answer", form);

        var answers = await CutEverywhereAsync(post, reset);

        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal));
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Equal(answers.Count, thread.QuerySelectorAll(".thread .text").Count(text => text.TextContent.Trim() == "Дагы"));
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
        await AssertWholeAsync(site, answers.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Desk_AnswerCutAtAnyEdge_IsNotSavedUntilItIsWholeAndThenOnce(bool reset)
    {
        await using var site = await TestSite.StartAsync();
        await site.SendAsync(("text", "Кат"));
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = await staff.GetAsync((await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!);
        var (action, form) = staff.Filled(page, "form[action*=answer]", ("answer", "Жылытабыз"));
        var post = await RawPost.OfAsync(site, action, form, $"Origin: {site.Address}", $"Cookie: {staff.Cookies.GetCookieHeader(new Uri(site.Address + action))}");

        foreach (var stage in post.Stages.Where(stage => stage < post.Length))
            await post.CutAsync(stage, reset);
        // Had one of them been saved, the letter would be another than the one that was shown, and this would be refused, as it is the second time.
        Assert.StartsWith("HTTP/1.1 302", await post.SendAsync(), StringComparison.Ordinal);
        await post.CutAsync(post.Length, reset);
        Assert.StartsWith("HTTP/1.1 409", await post.SendAsync(), StringComparison.Ordinal);

        Assert.Equal(["Жылытабыз"], (await staff.GetAsync(staff.Path)).QuerySelectorAll(".thread .mine .text").Select(text => text.TextContent.Trim()));
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
    }

    /// <summary>Cuts it at every stage, each time with a nonce of its own, and sends it again in whole.</summary>
    /// <returns>What was answered to the whole ones.</returns>
    private static async Task<List<string>> CutEverywhereAsync(RawPost post, bool reset)
    {
        List<string> answers = [];
        foreach (var stage in post.Stages)
        {
            var another = post.Another(answers.Count);
            await another.CutAsync(stage, reset);
            answers.Add(await another.SendAsync());
        }
        return answers;
    }

    /// <summary>Every message has its whole file, no file is without a message, and nothing waits that nobody will come for.</summary>
    private static async Task AssertWholeAsync(TestSite site, int messages)
    {
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(messages, await db.Set<Attachment>().CountAsync());
        Assert.Single(await db.Set<Attachment>().Select(file => file.StoredBytes).Distinct().ToListAsync());
        Assert.Equal(messages, Directory.GetFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories).Length);
        await LetterCheck.SweepAsync(site.School);
    }
}
