using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Calendar;

/// <summary>
/// Changes a school's days and rules. Each change moves the deadlines of open letters in the same transaction and says how
/// many it moved.
/// </summary>
public sealed class CalendarKeeping(DatabaseGate database)
{
    /// <exception cref="OnlyCalendarKeepers">Somebody else.</exception>
    /// <exception cref="CalendarIsFull">Too many days.</exception>
    /// <exception cref="NoWorkingDayLeft">Days off without end.</exception>
    public Task<int> SetDayAsync(Actor actor, CalendarDay day) =>
        ChangeAsync(actor, JournalVerb.CalendarDaySet, $"{Day(day.Day)} {day.Change}", school => school.Kept().With(day));

    /// <exception cref="OnlyCalendarKeepers">Somebody else.</exception>
    public Task<int> RemoveDayAsync(Actor actor, DateOnly day) =>
        ChangeAsync(actor, JournalVerb.CalendarDayRemoved, Day(day), school => school.Kept().Without(day));

    /// <summary>An expected ait was announced: for the very day, or for another one.</summary>
    /// <exception cref="OnlyCalendarKeepers">Somebody else.</exception>
    /// <exception cref="NoAitExpected">There is none on that day.</exception>
    public Task<int> AnnounceAitAsync(Actor actor, DateOnly expected, DateOnly announced, string name) =>
        ChangeAsync(actor, JournalVerb.CalendarDaySet, $"{Day(announced)} {DayChange.DayOff}", school =>
        {
            if (!school.Calendar().HolidaysOn(expected).Any(holiday => holiday.Expected))
                throw new NoAitExpected();
            var book = school.Kept().With(new CalendarDay { Day = announced, Change = DayChange.DayOff, Name = name });
            return announced == expected ? book : book.With(new CalendarDay { Day = expected, Change = DayChange.NoAit, Name = name });
        });

    /// <exception cref="OnlyCalendarKeepers">Somebody else.</exception>
    /// <exception cref="CalendarIsFull">Too many rules.</exception>
    public Task<int> AddRuleAsync(Actor actor, DatedRule rule)
    {
        if (!RuleRange.Of(rule.Kind).Holds(rule.Value))
            throw new ArgumentOutOfRangeException(nameof(rule));
        return ChangeAsync(actor, JournalVerb.RuleAdded, $"{Day(rule.From)} {rule.Kind} {rule.Value}", school => school.Kept().With(rule));
    }

    /// <summary>Sets all days of a file at once.</summary>
    /// <exception cref="OnlyCalendarKeepers">Somebody else.</exception>
    /// <exception cref="CalendarIsFull">Too many days.</exception>
    /// <exception cref="NoWorkingDayLeft">Days off without end.</exception>
    public Task<int> ImportAsync(Actor actor, IReadOnlyList<CalendarDay> days) =>
        ChangeAsync(actor, JournalVerb.CalendarImported, $"{days.Count}", school => days.Aggregate(school.Kept(), (book, day) => book.With(day)));

    private async Task<int> ChangeAsync(Actor actor, string verb, string detail, Func<School, CalendarBook> change)
    {
        actor.RequireCalendarKeeper();
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var school = await db.Set<School>().SingleAsync();
            school.CalendarBook = Checked(change(school));
            RequireWorkingDays(school);
            var moved = await db.MoveDeadlinesAsync(school, actor, $"{verb} {detail}");
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: detail));
            return moved;
        });
    }

    private static CalendarBook Checked(CalendarBook book) =>
        book.Days.Count <= CalendarBook.MostDays && book.Rules.Count <= CalendarBook.MostRules ? book : throw new CalendarIsFull();

    /// <summary>After any day that was set work goes on within a month: else a deadline could be moved out of sight.</summary>
    private static void RequireWorkingDays(School school)
    {
        var calendar = school.Calendar();
        foreach (var day in school.CalendarBook!.Days.Where(day => day.Change == DayChange.DayOff))
            if (!Enumerable.Range(1, 31).Any(days => calendar.IsWorkingDay(day.Day.AddDays(days))))
                throw new NoWorkingDayLeft();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
