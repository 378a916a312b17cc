using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>The school's calendar of a year, what is due on its days, and the rules from which deadlines follow.</summary>
public sealed class IndexModel(CalendarKeeping keeping, CalendarYears years, WordBook words, DeskView desk) : PageModel, IShowsAgain
{
    [FromQuery(Name = "year")]
    public int? Asked { get; set; }

    /// <summary>How many deadlines the last change moved.</summary>
    [FromQuery(Name = "moved")]
    public int? Moved { get; set; }

    [BindProperty]
    public DayFields Day { get; set; } = new();

    [BindProperty]
    public RuleFields Rule { get; set; } = new();

    [BindProperty]
    public DateOnly? Expected { get; set; }

    [BindProperty]
    public DateOnly? Announced { get; set; }

    public YearView View { get; private set; } = null!;

    public int Year => Asked ?? desk.Actor.Today.Year;

    public DeskView Desk => desk;

    public bool Keeps => desk.Actor.KeepsCalendar();

    public RuleBook Rules => desk.School.Rules();

    /// <summary>What was set by hand for this year.</summary>
    public IEnumerable<CalendarDay> Own => desk.School.Kept().Days.Where(day => day.Day.Year == Year);

    /// <summary>How an ait that is expected on a day is called.</summary>
    public string AitOn(DateOnly day) => desk.Say.Of(Ait(day));

    public async Task<IActionResult> OnGetAsync()
    {
        if (Year is < 2000 or > 2075)
            return NotFound();
        await ShowAgainAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostDayAsync() => Day.Read(ModelState, desk.Say) is { } day
        ? Done(await keeping.SetDayAsync(desk.Actor, day), day.Day.Year)
        : await AgainAsync();

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly remove) => Done(await keeping.RemoveDayAsync(desk.Actor, remove), remove.Year);

    /// <summary>The ait bears its name in the language of the school's papers.</summary>
    public async Task<IActionResult> OnPostAitAsync()
    {
        var (expected, announced) = (ModelState.Day("expected", Expected, desk.Say), ModelState.Day("announced", Announced, desk.Say));
        if (expected is not { } from || announced is not { } on)
            return await AgainAsync();
        return Done(await keeping.AnnounceAitAsync(desk.Actor, from, on, words.In(desk.School.OfficialLanguage).Of(Ait(from))), on.Year);
    }

    public async Task<IActionResult> OnPostRuleAsync() => Rule.Read(ModelState, desk.Say) is { } rule
        ? Done(await keeping.AddRuleAsync(desk.Actor, rule), Year)
        : await AgainAsync();

    public async Task ShowAgainAsync()
    {
        if (Year is < 2000 or > 2075)
            Asked = null;
        View = await years.OfAsync(Year);
    }

    private HolidayKind Ait(DateOnly day) => desk.Calendar.HolidaysOn(day).Where(holiday => holiday.Expected).Select(holiday => holiday.Kind).FirstOrDefault(HolidayKind.OrozoAit);

    private LocalRedirectResult Done(int moved, int year) => LocalRedirect(desk.Address($"/desk/calendar?year={year}&moved={moved}"));

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Page();
    }
}
