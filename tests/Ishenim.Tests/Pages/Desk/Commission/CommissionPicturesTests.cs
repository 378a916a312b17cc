using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Tests.Browser;

namespace Ishenim.Tests.Pages.Desk.Commission;

[Trait("Category", "Browser")]
public sealed class CommissionPicturesTests
{
    [Fact]
    public async Task Commission_EveryPage_HasNoFaultAndNothingOverflows()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var meeting = await commission.EndedAsync();
        var (convocations, actor) = (new Convocations(site.School.Database.Gate), site.School.Responsible.Now(site.School));
        var draft = await convocations.AddAsync(actor, new AppointmentOrder
        {
            Number = "21", Day = actor.Today, SignedBy = "Болот Ойлонбаев", From = actor.Today, Until = actor.Today.AddYears(1), FirstMeetingOn = actor.Today.AddDays(7),
        });
        await convocations.PutAsync(actor, draft, site.School.Responsible.Id, MemberGroup.Administration);
        var letter = TestSchool.Letter("Ашкана муздак.");
        await site.School.AcceptAsync(letter);
        var another = TestSchool.Letter("Короодо шишенин сыныктары жатат.");
        await site.School.AcceptAsync(another);
        var (planned, held, item) = (await commission.PlanAsync(), await commission.PlanAsync(actor.Today), Guid.NewGuid());
        var agendas = new AgendaLetters(new AppealDesk(site.School.Database.Gate), site.School.Database.Gate);
        var offer = await agendas.OfferAsync(actor, letter.Draft.Id);
        await agendas.PutAsync(actor, letter.Draft.Id, new NewAgendaLetter { Id = item, Meeting = held, Ask = "Ашкана боюнча чечим керек.", Redacted = false, Version = offer!.Version });
        await commission.HoldAsync(held);
        var matter = Guid.NewGuid();
        await new Meetings(site.School.Database.Gate).AddItemAsync(commission.Chair.Now(site.School), held, new NewAgendaItem(matter, AgendaKind.Other, "Короонун абалы жөнүндө"));
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280);
        await page.SignInAsync(site, site.School.Responsible);
        foreach (var (path, name) in new[]
        {
            ("/desk/commission", "commission"), ("/desk/commission/convocations/new", "commission-order"), ($"/desk/commission/convocations/{draft}", "commission-draft"),
            ($"/desk/commission/convocations/{commission.Convocation}", "commission-members"), ($"/desk/commission/meetings/{meeting}/protocol", "commission-protocol"),
            ("/desk/commission/decisions", "commission-decisions"), ("/desk/commission/half-years", "commission-half-years"), ($"/desk/commission/letters/{another.Draft.Id}/put", "meeting-put"),
        })
        {
            Assert.Equal((path, 200), (path, (await page.GotoAsync(path))!.Status));
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
            await looks.AtAsync(page, name);
        }
        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(site, commission.Chair);
        foreach (var (path, name) in new[]
        {
            ("/desk", "commission-today"), ("/desk/commission/meetings/new", "meeting-new"), ($"/desk/commission/meetings/{planned}", "meeting-planned"),
            ($"/desk/commission/meetings/{held}", "meeting-held"), ($"/desk/commission/items/{matter}", "meeting-matter"), ($"/desk/commission/items/{item}", "meeting-letter-item"),
            ($"/desk/commission/items/{item}/letter?lang=ru", "meeting-letter-read"), ($"/desk/commission/meetings/{meeting}/access", "meeting-access"), ($"/desk/commission/meetings/{held}?lang=ru", "meeting-held-ru"), ($"/desk/commission/items/{matter}?lang=en", "meeting-matter-en"),
        })
        {
            Assert.Equal((path, 200), (path, (await page.GotoAsync(path))!.Status));
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
            await looks.AtAsync(page, name);
        }
        looks.AreGood();
    }
}
