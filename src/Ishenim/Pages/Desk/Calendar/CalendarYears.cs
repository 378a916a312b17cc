using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>Gathers a year: the school's days, and what is due on them for whom looks. Scoped.</summary>
public sealed class CalendarYears(DeskView desk, DueLetters letters, IshenimDb db)
{
    private const int DaysOfWeek = 7;

    public async Task<YearView> OfAsync(int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var counts = await letters.CountsAsync(desk.Actor, first, last);
        var boxes = JournalBrowsing.SeesAll(desk.Actor) ? await db.BoxesDueAsync(desk.School) : [];
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => View(day, counts.GetValueOrDefault(day), [.. boxes.Where(box => box.Due == day).Select(box => box.Number)])).ToList();
        return new YearView(year, [.. days.GroupBy(day => day.Day.Month).Select(month => Month(month.Key, [.. month]))], [.. days.Where(day => day.Expected).Select(day => day.Day)]);
    }

    private DayView View(DateOnly day, int count, IReadOnlyList<int> boxes) => new()
    {
        Day = day, IsOff = !desk.Calendar.IsWorkingDay(day), Expected = IsExpected(day), IsToday = day == desk.Actor.Today, Letters = count, Boxes = boxes,
    };

    /// <summary>Set by hand, an ait is known.</summary>
    private bool IsExpected(DateOnly day) => desk.School.Kept().On(day) is null && desk.Calendar.HolidaysOn(day).Any(holiday => holiday.Expected);

    private MonthView Month(int month, List<DayView> days)
    {
        var before = ((int)days[0].Day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
        var cells = Enumerable.Repeat<DayView?>(null, before).Concat(days).ToList();
        while (cells.Count % DaysOfWeek != 0)
            cells.Add(null);
        return new MonthView(month, [.. cells.Chunk(DaysOfWeek)], Together(days.SelectMany(Named)));
    }

    private IEnumerable<NamedDays> Named(DayView view)
    {
        var day = view.Day;
        if (desk.School.Kept().On(day) is { } own)
            return [new NamedDays(day, day, own.Change == DayChange.DayOff ? own.Name : $"{own.Name} — {desk.Say.Of(own.Change)}", false)];
        return desk.Calendar.HolidaysOn(day).Select(holiday => new NamedDays(day, day, desk.Say.Of(holiday.Kind), holiday.Expected));
    }

    private static List<NamedDays> Together(IEnumerable<NamedDays> days)
    {
        var rows = new List<NamedDays>();
        foreach (var one in days)
            if (rows.FindIndex(row => row.Text == one.Text && row.Last.AddDays(1) == one.First && !one.Expected) is var at and >= 0)
                rows[at] = rows[at] with { Last = one.Last };
            else
                rows.Add(one);
        return rows;
    }
}
