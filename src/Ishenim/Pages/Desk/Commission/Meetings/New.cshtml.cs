using Ishenim.Core.Commission;
using Ishenim.Core.Refusals;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>Plans a meeting. Days are proposed where the half-year still wants meetings.</summary>
public sealed class NewModel(Core.Commission.Meetings meetings, CommissionAlarms alarms, DeskView desk, IshenimDb db) : PageModel, IShowsAgain, IPlacesRefusals
{
    [BindProperty]
    public MeetingFields Meeting { get; set; } = new();

    public bool Convened { get; private set; }

    public bool Leads { get; private set; }

    public IReadOnlyList<DateOnly> Proposed { get; private set; } = [];

    public async Task OnGetAsync(bool now)
    {
        var commission = await LoadAsync();
        Meeting.Extraordinary = now;
        Meeting.Day = now ? desk.Actor.Today : commission?.Chair is null ? commission?.FirstMeetingOn : Proposed.Count > 0 ? Proposed[0] : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Meeting.Read(ModelState, desk.Say) is not { } input)
        {
            await ShowAgainAsync();
            return Page();
        }
        await meetings.PlanAsync(desk.Actor, input);
        return LocalRedirect(desk.Address($"/desk/commission/meetings/{input.Id}?done=planned"));
    }

    public Task ShowAgainAsync() => LoadAsync();

    public string? FieldOf(Refusal refusal) => refusal is MeetingDayNotPossible or MeetingBeforeFirst ? "meeting.day" : null;

    private async Task<Convocation?> LoadAsync()
    {
        var commission = await db.CommissionAsync();
        (Convened, Leads) = (commission is not null, commission?.IsLedBy(desk.Actor) == true);
        Proposed = (await alarms.RecordAsync()).Proposed;
        return commission;
    }
}
