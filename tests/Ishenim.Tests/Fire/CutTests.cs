using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Sealing;
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

        var letters = await CutEverywhereAsync(post, reset, answer => Assert.Contains("\"receipt\"", answer, StringComparison.Ordinal));

        Assert.Equal(letters, await LetterCheck.VerifyAsync(site.School));
        await AssertWholeAsync(site, letters);
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

        var messages = await CutEverywhereAsync(post, reset, answer => Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal));

        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Equal(messages, thread.QuerySelectorAll(".thread .text").Count(text => text.TextContent.Trim() == "Дагы"));
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
        await AssertWholeAsync(site, messages);
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
        Assert.Empty(await AnswersAsync(site));
        // Cut when all of it was on the way, it is there or not; and the same sent again is told so, or is the first.
        await post.CutAsync(post.Length, reset);
        await post.SendAsync();

        Assert.Single(await AnswersAsync(site));
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
    }

    /// <summary>Cuts it at every stage, each time with a nonce of its own, and sends it again in whole.</summary>
    /// <returns>How many stages there were.</returns>
    private static async Task<int> CutEverywhereAsync(RawPost post, bool reset, Action<string> assertTaken)
    {
        var stages = post.Stages.ToList();
        for (var i = 0; i < stages.Count; i++)
        {
            var another = post.Another(i);
            await another.CutAsync(stages[i], reset);
            assertTaken(await another.SendAsync());
        }
        return stages.Count;
    }

    private static async Task<List<Part>> AnswersAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<Part>().AsNoTracking().Where(part => part.Side == AuthorSide.School && part.Kind == PartKind.Text).ToListAsync();
    }

    /// <summary>Every message has its file, no file is without a message, and nothing waits that nobody will come for.</summary>
    private static async Task AssertWholeAsync(TestSite site, int messages)
    {
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(messages, await db.Set<Attachment>().CountAsync());
        Assert.Equal(messages, Directory.GetFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories).Length);
        await LetterCheck.SweepAsync(site.School);
    }
}
