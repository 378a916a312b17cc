using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The compliance record of meetings (C2): the half-year that goes on, those that ended short, and the chair's reasons.</summary>
public sealed class HalfYearsModel(Core.Commission.HalfYears halfYears, DeskView desk) : PageModel
{
    [FromQuery]
    public string? Done { get; set; }

    [BindProperty]
    public int Year { get; set; }

    [BindProperty]
    public int Half { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Reason = PlainText.Of(Reason).Trim();
        if (Year is < 2000 or > 2075 || Half is not (1 or 2))
            return NotFound();
        if (!ModelState.FitsIn("reason", Reason, HalfYearRecord.ReasonLength, desk.Say))
            return Page();
        var year = SchoolYear.BeginningIn(Year);
        await halfYears.GiveReasonAsync(desk.Actor, desk.School, Half == 1 ? HalfYear.First(year) : HalfYear.Second(year), Reason);
        return LocalRedirect(desk.Address("/desk/commission/half-years?done=given"));
    }
}
