using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

/// <summary>When a box is opened next.</summary>
public sealed record BoxDue(BoxId Box, int Number, string Place, DateOnly? Last, DateOnly Due)
{
    public bool IsOverdue(DateOnly today) => Due < today;

    /// <summary>The day that is told to the public; null once it is past.</summary>
    public DateOnly? ComingBy(DateOnly today) => IsOverdue(today) ? null : Due;
}

/// <summary>An order about the days between openings, as typed.</summary>
public sealed record NewInterval
{
    public required DateOnly From { get; init; }

    public required DateOnly? To { get; init; }

    public required int Days { get; init; }

    public required string Order { get; init; }
}

/// <summary>The schedule of openings: the orders about it, and the reminders.</summary>
public sealed class OpeningSchedule(DatabaseGate database)
{
    /// <summary>Days before the due day on which those concerned are reminded; from the day itself on, daily.</summary>
    public static readonly IReadOnlyList<int> RemindBefore = [3, 1];

    private const int KeepReminders = 60;

    /// <summary>An order of the same first day takes the place of the one before, which was typed wrong; the journal tells of both.</summary>
    /// <exception cref="OnlyResponsibleOrDirector">Somebody else.</exception>
    /// <exception cref="IntervalDayNotPossible">It ends before it begins.</exception>
    public async Task OrderAsync(Actor actor, NewInterval order)
    {
        actor.RequireKeeper();
        if (order.To < order.From)
            throw new IntervalDayNotPossible();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await db.Set<OpeningInterval>().Where(one => one.From == order.From).ExecuteDeleteAsync();
            db.Add(new OpeningInterval
            {
                School = db.School, Id = Guid.NewGuid(), From = order.From, To = order.To, Days = order.Days, Order = order.Order, EnteredOn = actor.Today,
            });
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.OpeningIntervalSet, Detail: $"{order.From:yyyy-MM-dd}..{order.To:yyyy-MM-dd} {order.Days}"));
        });
    }

    /// <summary>
    /// Puts today's reminders of one school into the outbox, once whatever the number of nodes: the row of the day is the
    /// claim.
    /// </summary>
    /// <returns>Whether this call reminded.</returns>
    public async Task<bool> RemindAsync(School school, DateTime at)
    {
        var clock = school.Clock(TimeProvider.System);
        var today = clock.DayOf(at);
        await using var db = database.Open(school.Id);
        if (await NoticeOfAsync(db, school, today) is not { } notice)
            return false;
        return await database.InTransactionAsync(db, async () =>
        {
            if (!await ClaimAsync(db, today))
                return false;
            foreach (var person in await db.RosterAsync())
                if (Concerns(person, notice) && person.Email is { } address)
                    db.AddNotice(address, person.Language, notice, at);
            return true;
        });
    }

    private static bool Concerns(RosterLine person, Notice notice) =>
        person.Roles.Contains(Role.Responsible) || (notice is Notice.OpeningOverdue or Notice.OpeningLeftOpen && person.Roles.Contains(Role.Director));

    /// <summary>What today's reminder says; null: nothing is due.</summary>
    private static async Task<Notice?> NoticeOfAsync(IshenimDb db, School school, DateOnly today)
    {
        var boxes = await db.BoxesDueAsync(school);
        if (boxes.Any(box => box.IsOverdue(today)))
            return Notice.OpeningOverdue;
        if (await db.HasOpeningLeftOpenAsync(school, today))
            return Notice.OpeningLeftOpen;
        if (boxes.Any(box => box.Due == today))
            return Notice.OpeningToday;
        return boxes.Any(box => RemindBefore.Any(days => box.Due == today.AddDays(days))) ? Notice.OpeningComing : null;
    }

    private static async Task<bool> ClaimAsync(IshenimDb db, DateOnly today)
    {
        var old = today.AddDays(-KeepReminders);
        await db.Set<OpeningReminder>().Where(reminder => reminder.Day < old).ExecuteDeleteAsync();
        return await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "OpeningReminders" ("School", "Day") VALUES ({db.School.Value}, {today}) ON CONFLICT DO NOTHING""") > 0;
    }
}

public static class OpeningDays
{
    public static Task<IReadOnlyList<BoxDue>> BoxesDueAsync(this IshenimDb db, School school) => db.Sql().BoxesDueAsync(school);

    /// <summary>Every box in use with its next day, the most pressing first. Without any opening yet, its first day in use counts.</summary>
    public static async Task<IReadOnlyList<BoxDue>> BoxesDueAsync(this SchoolSql sql, School school)
    {
        var opened = (await sql.ReadAsync(
            $"""SELECT "Box", MAX("OpenedOn") AS "Last" FROM "Openings" WHERE "School" = {sql.School.Value} AND "LettersFound" IS NOT NULL GROUP BY "Box" """,
            row => (Box: row.Id("Box"), Last: row.Day("Last")))).ToDictionary(one => one.Box, one => one.Last);
        var orders = await sql.IntervalsAsync();
        var due = await sql.ReadAsync(
            $"""SELECT "Id", "Number", "Place", "InUseFrom" FROM "Boxes" WHERE "School" = {sql.School.Value} AND "InUseTo" IS NULL""",
            row => Due(row, opened, orders, school));
        return [.. due.OrderBy(box => box.Due).ThenBy(box => box.Number)];
    }

    private static BoxDue Due(Row box, Dictionary<Guid, DateOnly> opened, IReadOnlyList<OpeningInterval> orders, School school)
    {
        var (id, from) = (box.Id("Id"), box.Day("InUseFrom"));
        DateOnly? last = opened.TryGetValue(id, out var day) ? day : Brought(school, from);
        return new BoxDue(new(id), box.Number("Number"), box.Text("Place"), last, OpeningTerm.DueDay(last ?? from, Usual(school), orders, school.Calendar()));
    }

    public static Task<int> OpeningDaysAsync(this IshenimDb db, School school, DateOnly day) => db.Sql().OpeningDaysAsync(school, day);

    /// <summary>Calendar days between openings, by the rule of that day.</summary>
    public static async Task<int> OpeningDaysAsync(this SchoolSql sql, School school, DateOnly day) =>
        OpeningTerm.DaysAt(day, Usual(school), await sql.IntervalsAsync());

    private static async Task<IReadOnlyList<OpeningInterval>> IntervalsAsync(this SchoolSql sql) => await sql.ReadAsync(
        $"""SELECT "Id", "From", "To", "Days", "Order", "EnteredOn" FROM "OpeningIntervals" WHERE "School" = {sql.School.Value}""",
        row => new OpeningInterval
        {
            School = sql.School, Id = row.Id("Id"), From = row.Day("From"), To = row.DayOrNull("To"), Days = row.Number("Days"),
            Order = row.Text("Order"), EnteredOn = row.Day("EnteredOn"),
        });

    /// <summary>Openings that were begun and not finished in the term of registration: their letters should be registered by now.</summary>
    public static async Task<IReadOnlyList<Opening>> LeftOpenAsync(this IshenimDb db, School school, DateOnly today)
    {
        var (calendar, rules) = (school.Calendar(), school.Rules());
        var open = await db.Set<Opening>().AsNoTracking().Where(opening => opening.FinishedOn == null).OrderBy(opening => opening.EnteredOn).ToListAsync();
        return open.FindAll(opening => today >= calendar.AddWorkingDays(opening.EnteredOn, rules.At(RuleKind.Registration, opening.EnteredOn)));
    }

    internal static async Task<bool> HasOpeningLeftOpenAsync(this IshenimDb db, School school, DateOnly today) =>
        (await db.LeftOpenAsync(school, today)).Count > 0;

    private static Func<DateOnly, int> Usual(School school)
    {
        var rules = school.Rules();
        return day => rules.At(RuleKind.Opening, day);
    }

    /// <summary>The last opening on paper (X8), of the box that hung there then.</summary>
    private static DateOnly? Brought(School school, DateOnly inUseFrom) => school.Settings.LastOpeningOn is { } last && last >= inUseFrom ? last : null;
}
