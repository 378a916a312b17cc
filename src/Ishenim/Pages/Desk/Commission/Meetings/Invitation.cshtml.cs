using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Mail;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>A meeting for a calendar program: the file that goes with the mail.</summary>
public sealed class InvitationModel(PaperGiving papers, DeskView desk, IshenimDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var which = new MeetingId(id);
        return await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == which) is { } meeting
            ? papers.Saved(HttpContext, MeetingInvitations.File(meeting, desk.School, desk.Say, desk.Actor.At), "text/calendar; charset=utf-8", "meeting.ics")
            : NotFound();
    }
}
