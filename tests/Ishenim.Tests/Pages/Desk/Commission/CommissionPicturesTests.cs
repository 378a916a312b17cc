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
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280);
        await page.SignInAsync(site, site.School.Responsible);
        foreach (var (path, name) in new[]
        {
            ("/desk/commission", "commission"), ("/desk/commission/convocations/new", "commission-order"), ($"/desk/commission/convocations/{draft}", "commission-draft"),
            ($"/desk/commission/convocations/{commission.Convocation}", "commission-members"), ($"/desk/commission/meetings/{meeting}/protocol", "commission-protocol"),
            ("/desk/commission/decisions", "commission-decisions"), ("/desk/commission/half-years", "commission-half-years"),
        })
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
            await looks.AtAsync(page, name);
        }
        looks.AreGood();
    }
}
