using Ishenim.Core.Calendar.Exchange;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>A year of the calendar for other programs: days off and working days, and nothing of any letter.</summary>
public sealed class FileModel(PaperGiving papers, DeskView desk) : PageModel
{
    public IActionResult OnGet(int year)
    {
        if (year is < 2000 or > 2075)
            return NotFound();
        var events = desk.School.Events(year, kind => desk.Say.Of(kind));
        return papers.Saved(HttpContext, CalendarFileWriter.Write(events, desk.School.Name.In(desk.Say.Language), desk.Actor.At), "text/calendar; charset=utf-8", $"calendar-{year}.ics");
    }
}
