using System.Net;
using System.Reflection;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Words;

namespace Ishenim.Tests.Pages.Desk.Journal;

public sealed class JournalPageTests
{
    [Fact]
    public void Verbs_EveryOne_HasWords()
    {
        var words = WordBook.Embedded(typeof(WordBook).Assembly);
        var verbs = typeof(JournalVerb).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => "journal." + field.GetValue(null));
        Assert.Empty(verbs.Except(words.Keys));
    }

    [Fact]
    public async Task Get_OlderPages_TellNoLineNumbers()
    {
        await using var site = await TestSite.StartAsync();
        var letter = TestSchool.Letter("Кат.");
        await site.School.AcceptAsync(letter);
        var reading = new AppealReading(new AppealDesk(site.Database.Gate));
        for (var i = 0; i < JournalBrowsing.Lines + 3; i++)
            await reading.ReadAsync(site.School.Director.Now(site.School), letter.Draft.Id);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var first = await client.GetAsync("/desk/journal");
        var older = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var second = await client.GetAsync(older);

        Assert.Equal((HttpStatusCode.OK, JournalBrowsing.Lines), (client.Status, first.QuerySelectorAll("tbody tr").Length));
        Assert.InRange(second.QuerySelectorAll("tbody tr").Length, 4, 6);
        Assert.DoesNotMatch(@"older=\d+$", older);
        await client.GetAsync("/desk/journal?older=17");
        Assert.Equal(HttpStatusCode.NotFound, client.Status);
    }
}
