using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>The meetings of a half-year against those that the regulation asks.</summary>
public sealed record HalfYearCount
{
    public required HalfYear Half { get; init; }

    public required int Held { get; init; }

    public required int Needed { get; init; }

    /// <summary>The chair's; null: none is given.</summary>
    public required string? Reason { get; init; }

    public required DateOnly? GivenOn { get; init; }

    public DateOnly Last => Half.LastMeetingDay();

    public bool IsShort => Held < Needed;

    public bool IsOver(DateOnly today) => today > Last;
}

/// <summary>The compliance record: the half-year that goes on, and those that ended short.</summary>
/// <param name="Present">Null in summer, and while no meetings are asked.</param>
/// <param name="Short">The newest first.</param>
/// <param name="Proposed">Working days for the meetings that are missing.</param>
public sealed record HalfYearsRecord(HalfYearCount? Present, IReadOnlyList<HalfYearCount> Short, IReadOnlyList<DateOnly> Proposed);

/// <summary>At least so many meetings in a half-year (C2): counts, warns in time, and keeps the reason where one ended short.</summary>
public sealed class HalfYears(DatabaseGate database)
{
    public async Task<HalfYearsRecord> RecordAsync(School school, DateOnly today)
    {
        await using var db = database.Open(school.Id);
        var counts = await CountsAsync(db, school, today);
        var present = counts.LastOrDefault(count => !count.IsOver(today));
        return new HalfYearsRecord(
            present, [.. counts.Where(count => count.IsOver(today) && count.IsShort).Reverse()],
            present is { IsShort: true } ? MeetingTerm.Proposed(today, present.Last, school.Calendar()) : []);
    }

    /// <summary>
    /// Warns 45, 21 and 7 days before the end, each once whatever the number of nodes; a warning that was missed is
    /// given late, and one alone.
    /// </summary>
    /// <returns>Whether this call warned.</returns>
    public async Task<bool> WarnAsync(School school, DateTime at)
    {
        var today = school.Clock(TimeProvider.System).DayOf(at);
        var half = HalfYear.From(today);
        if (MeetingTerm.WarningOn(today, half.LastMeetingDay()) is not { } days)
            return false;
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var record = await RowAsync(db, half);
            if (record.WarnedDays <= days || !(await CountsAsync(db, school, today)).Any(count => count.Half == half && count.IsShort))
                return false;
            record.WarnedDays = days;
            await AddNoticesAsync(db, at);
            return true;
        });
    }

    /// <exception cref="OnlyChairGivesReason">Somebody else.</exception>
    /// <exception cref="HalfYearNotShort">It goes on, or had its meetings.</exception>
    public async Task GiveReasonAsync(Actor actor, School school, HalfYear half, string reason)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if ((await db.CommissionAsync())?.Chair != actor.Person)
                throw new OnlyChairGivesReason();
            if (!(await CountsAsync(db, school, actor.Today)).Any(count => count.Half == half && count.IsOver(actor.Today) && count.IsShort))
                throw new HalfYearNotShort();
            var record = await RowAsync(db, half);
            (record.Reason, record.GivenOn, record.GivenBy) = (reason, actor.Today, actor.Person);
            await db.SaveChangesAsync();
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.HalfYearExplained, Detail: $"half-year:{half.Year.Begins}:{half.Number}"));
        });
    }

    /// <summary>Every half-year of which meetings are asked, up to the present one, the oldest first.</summary>
    private static async Task<IReadOnlyList<HalfYearCount>> CountsAsync(IshenimDb db, School school, DateOnly today)
    {
        var first = await db.Set<Convocation>().AsNoTracking().Where(one => one.ConvenedOn != null).OrderBy(one => one.ConvenedOn)
            .Select(one => new { one.ConvenedOn, one.TakenOver }).FirstOrDefaultAsync();
        if (first is null)
            return [];
        var held = await db.Set<Meeting>().AsNoTracking()
            .Where(one => one.State == MeetingState.Held || one.State == MeetingState.Ended || one.State == MeetingState.Signed).Select(one => one.HeldOn).ToListAsync();
        var records = await db.Set<HalfYearRecord>().AsNoTracking().ToListAsync();
        var counts = new List<HalfYearCount>();
        for (var half = MeetingTerm.FirstAsked(first.ConvenedOn!.Value, first.TakenOver); half.FirstDay <= today; half = half.Next())
        {
            var record = records.Find(one => one.Year == half.Year && one.Half == half.Number);
            counts.Add(new HalfYearCount
            {
                Half = half, Held = held.Count(day => half.FirstDay <= day && day <= half.LastMeetingDay()), Needed = school.Settings.LeastMeetings,
                Reason = record?.Reason, GivenOn = record?.GivenOn,
            });
        }
        return counts;
    }

    private static async Task<HalfYearRecord> RowAsync(IshenimDb db, HalfYear half)
    {
        var row = await db.Set<HalfYearRecord>().SingleOrDefaultAsync(one => one.Year == half.Year && one.Half == half.Number);
        return row ?? db.Add(new HalfYearRecord { School = db.School, Year = half.Year, Half = half.Number }).Entity;
    }

    private static async Task AddNoticesAsync(IshenimDb db, DateTime at)
    {
        var commission = await db.CommissionAsync();
        foreach (var person in await db.RosterAsync())
            if (person.Email is { } address && (person.Id == commission?.Chair || person.Id == commission?.Secretary
                || person.Roles.Contains(Role.Responsible) || person.Roles.Contains(Role.Director)))
                db.AddNotice(address, person.Language, Notice.HalfYearShort, at);
    }
}
