using System.Globalization;
using Ishenim.Core.Commission;
using Ishenim.Core.Refusals;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>One meeting: planned, then held on a tablet in the room, then over.</summary>
public sealed partial class MeetingModel(Core.Commission.Meetings meetings, MeetingConduct conduct, MeetingPage page, DeskView desk) : PageModel, IShowsAgain, IPlacesRefusals
{
    private static readonly string[] Reports = ["planned", "changed", "cancelled", "agenda", "begun", "came", "ended"];

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    public new MeetingPage Page => page;

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["meeting.done." + Done] : null;

    private MeetingId Which => new(Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await page.LoadAsync(Which))
            return NotFound();
        Meeting = MeetingFields.Of(page.Row);
        var (day, time) = desk.School.LocalTime(desk.Actor.At);
        Begin = new BeginFields { Day = day, Time = time.ToString("HH':'mm", CultureInfo.InvariantCulture) };
        if (page.Commission.Chair is null && page.Members.Any(member => member.Person == desk.Actor.Person))
            Begin.Leads = desk.Actor.Person.Value;
        Ended = Begin.Time;
        return base.Page();
    }

    public async Task ShowAgainAsync()
    {
        if (!await page.LoadAsync(Which))
            return;
        if (Meeting.Day is null && Meeting.Place is null)
            Meeting = MeetingFields.Of(page.Row);
        var (day, time) = desk.School.LocalTime(desk.Actor.At);
        Begin.Day ??= day;
        Begin.Time ??= time.ToString("HH':'mm", CultureInfo.InvariantCulture);
        Ended ??= Begin.Time;
    }

    public string? FieldOf(Refusal refusal) => refusal switch
    {
        NobodyLeads => "begin.leads",
        NobodyWrites => "begin.writes",
        MeetingInFuture or HeldBeforeAnother => "begin.day",
        MeetingDayNotPossible or MeetingBeforeFirst => Begin.Member.Count > 0 ? "begin.day" : "meeting.day",
        EndBeforeBeginning => "ended",
        _ => null,
    };

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return page.Row is null ? NotFound() : base.Page();
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/commission/meetings/{Id}?done={done}"));
}
