using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>
/// The first meeting of a commission of five, each signed in on a device of their own: elections, a letter that is about one of them, one who takes
/// part from elsewhere, a vote, a decision, the protocol with a correction and two signatures, and the end of the members' access.
/// </summary>
[Trait("Category", "Browser")]
public sealed class WholeMeetingTests
{
    private const string Letter = "Класстык чогулушта эсепсиз акча жыйналды.";
    private const string Decision = "Жыйналган акчанын эсеби ата-энелерге көрсөтүлсүн";

    [Fact]
    public async Task Meeting_FiveMembers_OneRecusedOneRemote_FromInvitationToEndOfAccess()
    {
        await using var site = await TestSite.StartAsync();
        var room = await Room.OpenAsync(site);
        var letter = await AboutTheRecusedAsync(site, room.Recused);
        var meeting = await PlanAsync(site, room.Responsible.Page);
        await PutAsync(room.Responsible.Page, letter);
        await BeginAsync(room, meeting);

        await ElectAsync(room.Responsible.Page, room.Chair, room.Writes, "meeting-elect-chair");
        await room.Chair.Page.GotoAsync(meeting);
        await ElectAsync(room.Chair.Page, room.Writes, room.Chair, "meeting-elect-secretary");
        var item = await TakeUpAsync(room, meeting);
        await DecideAsync(site, room, item);
        await EndAsync(room, meeting);
        await SignAsync(site, room, meeting);

        await room.Chair.Page.GotoAsync(meeting + "/access");
        await room.Chair.Page.ClickAsync("[data-access] button");
        await room.Chair.Page.WaitForSelectorAsync(".notice");
        Assert.Equal(404, (await room.Remote.Page.GotoAsync(item + "/letter"))!.Status);
    }

    private static async Task<AppealId> AboutTheRecusedAsync(TestSite site, TestPerson recused)
    {
        var letter = TestSchool.Letter(Letter);
        await site.School.AcceptAsync(letter);
        var (desk, actor) = (new AppealDesk(site.School.Database.Gate), site.School.Responsible.Now(site.School));
        var version = (await new Widening(desk).NowAsync(actor, letter.Draft.Id))!.Version;
        await new Widening(desk).WidenAsync(actor, letter.Draft.Id, new NewAbout { Groups = [], Persons = [recused.Id], SteppingBack = false, Version = version });
        return letter.Draft.Id;
    }

    private static async Task<string> PlanAsync(TestSite site, IPage page)
    {
        await page.GotoAsync("/desk/commission/meetings/new");
        await page.FillAsync("[name='meeting.day']", Day(site, 0));
        await page.FillAsync("[name='meeting.time']", "15:10");
        await page.FillAsync("[name='meeting.place']", "12-кабинет");
        await page.ClickAsync("[data-meeting] button");
        await page.ArrivedAsync("done=planned");
        await Axe.IsSatisfiedAsync(page);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task PutAsync(IPage page, AppealId letter)
    {
        await page.GotoAsync($"/desk/commission/letters/{letter}/put");
        await page.FillAsync("[name='put.ask']", "Акча жыйноо боюнча чечим керек.");
        await page.ClickAsync("[data-put] button.button:not(.second)");
        await page.UntilAsync("!location.pathname.endsWith('/put')");
    }

    private static async Task BeginAsync(Room room, string meeting)
    {
        var page = room.Responsible.Page;
        await page.GotoAsync(meeting);
        var members = page.Locator("[data-begin] fieldset.choices");
        for (var i = 0; i < await members.CountAsync(); i++)
        {
            var remote = (await members.Nth(i).InnerTextAsync()).Contains(room.Remote.Name, StringComparison.Ordinal);
            await members.Nth(i).Locator($"input[value={(remote ? "Remote" : "Present")}]").CheckAsync();
        }
        await page.FillAsync("[name='begin.time']", "00:01");
        await page.SelectOptionAsync("[name='begin.leads']", room.Responsible.Person.Id.ToString());
        await page.SelectOptionAsync("[name='begin.writes']", room.Writes.Person.Id.ToString());
        await page.PictureAsync("meeting-begin");
        await page.ClickAsync("[data-begin] button");
        await page.ArrivedAsync("done=begun");
        await Axe.IsSatisfiedAsync(page);
    }

    /// <summary>Four hands for one, one for the other.</summary>
    private static async Task ElectAsync(IPage page, Seat elected, Seat other, string name)
    {
        await page.ClickAsync("main .tasks a.button:not(.second)");
        await page.WaitForSelectorAsync("[data-vote]");
        await VotesAsync(page, elected, "4");
        // In the election of the secretary the chair does not stand.
        if (await page.Locator($"[data-vote] input[value='{other.Person.Id}']").CountAsync() > 0)
            await VotesAsync(page, other, "1");
        await page.PictureAsync(name);
        await page.ClickAsync("[data-vote] button");
        await page.ArrivedAsync("done=voted");
        Assert.Contains(elected.Name, await page.InnerTextAsync(".notice.success >> nth=1"), StringComparison.Ordinal);
    }

    private static async Task VotesAsync(IPage page, Seat seat, string votes)
    {
        var name = await page.GetAttributeAsync($"[data-vote] input[value='{seat.Person.Id}']", "name");
        await page.FillAsync($"[name='{name!.Replace(".person", ".votes", StringComparison.Ordinal)}']", votes);
    }

    /// <summary>Those who hold the letter read it, the one whom it is about does not.</summary>
    private static async Task<string> TakeUpAsync(Room room, string meeting)
    {
        var page = room.Chair.Page;
        await page.GotoAsync(meeting);
        await page.ClickAsync("main .tasks a.button:not(.second)");
        await page.WaitForSelectorAsync("[data-minutes]");
        var item = new Uri(page.Url).AbsolutePath;
        foreach (var seat in new[] { room.Remote, room.Writes })
        {
            await seat.Page.GotoAsync(item + "/letter");
            Assert.Contains(Letter, await seat.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }
        await room.Remote.Page.PictureAsync("meeting-letter");
        Assert.Equal(404, (await room.AboutIt.Page.GotoAsync(item + "/letter"))!.Status);
        var shown = await room.AboutIt.Page.GotoAsync(item);
        Assert.Equal(200, shown!.Status);
        Assert.DoesNotContain(Letter, await room.AboutIt.Page.ContentAsync(), StringComparison.Ordinal);
        return item;
    }

    private static async Task DecideAsync(TestSite site, Room room, string item)
    {
        var writes = room.Writes.Page;
        await writes.GotoAsync(item);
        await writes.FillAsync("[name='minutes.heard']", "Кат окулду.");
        await writes.FillAsync("[name='minutes.spoke']", "Айгүл Үлгүева эсепти сурады.");
        await writes.ClickAsync("[data-minutes] button");
        await writes.UntilAsync("document.querySelector(\"[name='minutes.heard']\")?.value === 'Кат окулду.'");
        var chair = room.Chair.Page;
        await chair.GotoAsync(item);
        await chair.ClickAsync("details:has([data-vote]) > summary");
        foreach (var (name, votes) in new[] { ("for", "5"), ("against", "0"), ("abstained", "0") })
            await chair.FillAsync($"[name='vote.{name}']", votes);
        await chair.ClickAsync("[data-vote] button");
        // Four hold the letter: the fifth, whom it is about, does not vote.
        await chair.WaitForSelectorAsync("#errors");
        Assert.Contains("Добуш 5, бирок добуш бере турган мүчө 4", await chair.InnerTextAsync("#errors"), StringComparison.Ordinal);
        await chair.FillAsync("[name='vote.for']", "4");
        await chair.ClickAsync("[data-vote] button");
        await chair.ArrivedAsync("done=voted");
        await chair.FillAsync("[name='decide.text']", Decision);
        await chair.SelectOptionAsync("[name='decide.owner']", room.Responsible.Person.Id.ToString());
        await chair.FillAsync("[name='decide.due']", Day(site, 20));
        await chair.ClickAsync("[data-decide] button");
        await chair.ArrivedAsync("done=decided");
        await Axe.IsSatisfiedAsync(chair);
        await chair.PictureAsync("meeting-item");
        await chair.ClickAsync("[data-close] button");
        await chair.WaitForSelectorAsync("[data-end]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    private static async Task EndAsync(Room room, string meeting)
    {
        var chair = room.Chair.Page;
        await chair.GotoAsync(meeting);
        await chair.ClickAsync("details:has([data-end]) > summary");
        await chair.FillAsync("[name=ended]", "00:50");
        await chair.ClickAsync("[data-end] button");
        await chair.ArrivedAsync("done=ended");
        await chair.PictureAsync("meeting-over");
    }

    /// <summary>One proposes a correction, the chair takes it, all agree, two sign: the paper says who was recused, and the letter's words are sealed.</summary>
    private static async Task SignAsync(TestSite site, Room room, string meeting)
    {
        var path = meeting + "/protocol";
        await room.Remote.Page.GotoAsync(path);
        await room.Remote.Page.ClickAsync("details:has([data-note]) > summary");
        await room.Remote.Page.FillAsync("[name=text]", "Мен алыстан катыштым.");
        await room.Remote.Page.ClickAsync("[data-note] button");
        await room.Remote.Page.ArrivedAsync("done=noted");
        await room.Chair.Page.GotoAsync(path);
        await room.Chair.Page.ClickAsync("[data-answer-note] button[value=true]");
        await room.Chair.Page.ArrivedAsync("done=taken");
        foreach (var seat in room.Seats)
        {
            await seat.Page.GotoAsync(path);
            await seat.Page.ClickAsync("[data-agree] button");
            await seat.Page.ArrivedAsync("done=agreed");
        }
        foreach (var seat in new[] { room.Writes, room.Chair })
        {
            site.School.Time.Pass(TimeSpan.FromMinutes(1));
            await seat.Page.GotoAsync(path);
            await seat.Page.FillAsync("[name='proof.passphrase']", seat.Person.Passphrase);
            await seat.Page.FillAsync("[name='proof.otp']", seat.Person.NextCode(site.Time));
            await seat.Page.ClickAsync("[data-sign] button");
            await seat.Page.ArrivedAsync(seat == room.Writes ? "done=signed" : "done=frozen");
        }
        await room.Chair.Page.PictureAsync("meeting-protocol");
        await room.Chair.Page.GotoAsync(meeting + "/protocol.html");
        var paper = await room.Chair.Page.InnerTextAsync("body");
        Assert.Contains(room.AboutIt.Name, paper, StringComparison.Ordinal);
        Assert.Contains(Decision, paper, StringComparison.Ordinal);
        Assert.Contains("Кат окулду.", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("ДОЛБООР", paper, StringComparison.Ordinal);
        await room.AboutIt.Page.GotoAsync(meeting + "/protocol.html");
        Assert.DoesNotContain("Кат окулду.", await room.AboutIt.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    private static string Day(TestSite site, int later) => site.School.Clock.Today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A member with a device of their own.</summary>
    private sealed record Seat(TestPerson Person, string Name, IPage Page);

    /// <summary>The five in the room; one of them is on a phone elsewhere, one is whom the letter is about.</summary>
    private sealed record Room(Seat Responsible, Seat Chair, Seat Writes, Seat AboutIt, Seat Remote)
    {
        public TestPerson Recused => AboutIt.Person;

        public IReadOnlyList<Seat> Seats => [Responsible, Chair, Writes, AboutIt, Remote];

        public static async Task<Room> OpenAsync(TestSite site)
        {
            var school = site.School;
            var teacher = await school.AddAsync("Нурлан Мугалимов", Core.Staff.Position.Teacher, Role.Member);
            var about = await school.AddAsync("Сезим Энеева", Core.Staff.Position.Committee, Role.Member);
            var remote = await school.AddAsync("Бакыт Атаев", Core.Staff.Position.Committee, Role.Member);
            await ConveneAsync(school, [(school.Responsible, MemberGroup.Administration), (teacher, MemberGroup.Teachers), (school.Chair, MemberGroup.Parents), (about, MemberGroup.Parents), (remote, MemberGroup.Parents)]);
            return new Room(
                await SeatAsync(site, school.Responsible, "Айгүл Үлгүева", 1280), await SeatAsync(site, school.Chair, "Жылдыз Мисалиева", 1280), await SeatAsync(site, teacher, "Нурлан Мугалимов", 1280),
                await SeatAsync(site, about, "Сезим Энеева", 360), await SeatAsync(site, remote, "Бакыт Атаев", 360));
        }

        private static async Task ConveneAsync(TestSchool school, (TestPerson Person, MemberGroup Group)[] members)
        {
            var (convocations, director) = (new Convocations(school.Database.Gate), school.Director.Now(school));
            var id = await convocations.AddAsync(director, new AppointmentOrder
            {
                Number = "17", Day = director.Today, SignedBy = "Болот Ойлонбаев", From = director.Today, Until = director.Today.AddYears(1), FirstMeetingOn = director.Today,
            });
            foreach (var (person, group) in members)
                await convocations.PutAsync(director, id, person.Id, group);
            await convocations.ConveneAsync(director, id, 0);
        }

        private static async Task<Seat> SeatAsync(TestSite site, TestPerson person, string name, int width)
        {
            var page = await Chromium.PageAsync(site, width);
            await page.SignInAsync(site, person);
            return new Seat(person, name, page);
        }
    }
}
