using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission;

/// <summary>What of the commission needs a person today.</summary>
/// <param name="Coming">Meetings that go on, or are planned for the days to come.</param>
/// <param name="Due">Decisions that are theirs to carry out soon, or are overdue.</param>
/// <param name="ToSign">Protocols that wait for their signature.</param>
/// <param name="ToRead">Drafts that they have not agreed to yet.</param>
/// <param name="Ending">The half-year that ends soon with too few meetings; null: none does.</param>
/// <param name="Unexplained">Half-years that ended short without a reason, where this person is to give it.</param>
/// <param name="Proposed">Working days for the meetings that are missing.</param>
public sealed record CommissionToday(
    IReadOnlyList<Meeting> Coming, IReadOnlyList<Decision> Due, IReadOnlyList<Meeting> ToSign, IReadOnlyList<Meeting> ToRead, HalfYearCount? Ending, IReadOnlyList<HalfYearCount> Unexplained, IReadOnlyList<DateOnly> Proposed)
{
    public bool Any => Coming.Count > 0 || AnyOther;

    /// <summary>Besides the meetings to come.</summary>
    public bool AnyOther => Due.Count + ToSign.Count + ToRead.Count + Unexplained.Count > 0 || Ending is not null;
}

/// <summary>Feeds the alarm on Today and the compliance record. Scoped.</summary>
public sealed class CommissionAlarms(HalfYears halfYears, DeskView desk, IshenimDb db)
{
    private const int DaysBefore = 7;

    private CommissionToday? _today;

    public DateOnly Today => desk.Actor.Today;

    /// <summary>Empty for whom the commission is no concern.</summary>
    public async Task<CommissionToday> TodayAsync() => _today ??= await AskAsync();

    private async Task<CommissionToday> AskAsync()
    {
        if (!CommissionRights.Seeing.Any(desk.Actor.Is))
            return new CommissionToday([], [], [], [], null, [], []);
        var me = desk.Actor.Person;
        var drafts = await db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Attendances).Where(meeting => meeting.State == MeetingState.Ended).OrderBy(meeting => meeting.HeldOn).ToListAsync();
        var record = await RecordAsync();
        var ending = record.Present is { IsShort: true } present && MeetingTerm.WarningOn(desk.Actor.Today, present.Last) is not null ? present : null;
        return new CommissionToday(
            await ComingAsync(), await DueAsync(), drafts.FindAll(meeting => meeting.AwaitsSignatureOf(me)),
            drafts.FindAll(meeting => !meeting.AwaitsSignatureOf(me) && meeting.Attendances.Any(one => one.Person == me && one.TookPart && one.AgreedOn is null)),
            ending, await GivesReasonAsync() ? [.. record.Short.Where(half => half.Reason is null)] : [], record.Proposed);
    }

    private Task<List<Meeting>> ComingAsync()
    {
        var soon = desk.Actor.Today.AddDays(DaysBefore);
        return db.Set<Meeting>().AsNoTracking().Where(meeting => meeting.State == MeetingState.Held || (meeting.State == MeetingState.Planned && meeting.PlannedOn <= soon))
            .OrderBy(meeting => meeting.PlannedOn).ThenBy(meeting => meeting.PlannedMinute).ToListAsync();
    }

    private Task<List<Decision>> DueAsync()
    {
        var (me, soon) = (desk.Actor.Person, desk.Actor.Today.AddDays(DaysBefore));
        return db.Set<Decision>().AsNoTracking().Where(decision => db.Set<AgendaItem>().Any(item => item.Id == decision.Item && !item.Restricted) && decision.Owner == me && decision.State == DecisionState.Open && decision.DueOn <= soon).OrderBy(decision => decision.DueOn).ToListAsync();
    }

    public Task<HalfYearsRecord> RecordAsync() => halfYears.RecordAsync(desk.School, desk.Actor.Today);

    /// <summary>Whether this person is the commission's chair, who says why a half-year ended short.</summary>
    public async Task<bool> GivesReasonAsync() => (await db.CommissionAsync())?.Chair == desk.Actor.Person;
}
