using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>Who has a letter only because it was forwarded to them: such an executor never counts as one of its readers.</summary>
internal static class AssignmentRows
{
    /// <summary>The grants of readers and writers. Take it before a query, not inside of it.</summary>
    public static IQueryable<Grant> ReaderGrants(this IshenimDb db) => db.Set<Grant>().AsNoTracking().Where(grant =>
        !db.Set<Assignment>().Any(one => one.Appeal == grant.Appeal && one.Recipient == grant.Recipient && one.State == AssignmentState.Open));

    public static IQueryable<Assignment> OpenAssignments(this IshenimDb db, AppealId appeal) =>
        db.Set<Assignment>().Where(one => one.Appeal == appeal && one.State == AssignmentState.Open);

    /// <summary>Those of them that were forwarded, and are not on an agenda only.</summary>
    public static IQueryable<Assignment> OpenForwardings(this IshenimDb db, AppealId appeal) => db.OpenAssignments(appeal).Where(one => one.AgendaItem == null);

    /// <summary>Letters that this person has on an agenda and no other way: they are read there, and found nowhere else. Take it before a query.</summary>
    public static IQueryable<AppealId> OnAgendaOnly(this IshenimDb db, PersonId person) => db.Set<Assignment>().AsNoTracking()
        .Where(one => one.Recipient == person.Value && one.State == AssignmentState.Open && one.AgendaItem != null
            && !db.Set<Assignment>().Any(other => other.Appeal == one.Appeal && other.Recipient == one.Recipient && other.State == AssignmentState.Open && other.AgendaItem == null))
        .Select(one => one.Appeal);

    public static Task<bool> IsForwardedAsync(this IshenimDb db, AppealId appeal, PersonId person) =>
        db.OpenForwardings(appeal).AnyAsync(one => one.Recipient == person.Value);

    /// <summary>For consideration, or on the agenda of a commission.</summary>
    public static Task<bool> IsExecutorAsync(this IshenimDb db, AppealId appeal, PersonId person) =>
        db.OpenAssignments(appeal).AnyAsync(one => one.Recipient == person.Value);

    /// <summary>Whoever was named and still has it; else, as the lead may have handed it back, who got it first.</summary>
    public static Assignment? LeadOf(IEnumerable<Assignment> assignments) => assignments.Where(one => one.State == AssignmentState.Open && one.AgendaItem is null)
        .OrderByDescending(one => one.Lead).ThenBy(one => one.Instruction).ThenBy(one => one.Place).FirstOrDefault();

    /// <summary>The person is no executor of this letter any more, and waits for no name; their grants are the caller's.</summary>
    public static async Task EndAssignmentAsync(this IshenimDb db, AppealId appeal, PersonId person)
    {
        await db.OpenAssignments(appeal).Where(one => one.Recipient == person.Value).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, AssignmentState.Ended));
        await db.EndRequestsAsync(appeal, [person]);
    }

    /// <summary>Nor of any other.</summary>
    public static async Task EndAssignmentsAsync(this IshenimDb db, PersonId person)
    {
        await db.Set<Assignment>().Where(one => one.Recipient == person.Value && one.State == AssignmentState.Open)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, AssignmentState.Ended));
        await db.EndRequestsAsync(person);
    }

    /// <summary>The letter's end is the end of what was asked: executors lose it.</summary>
    public static async Task EndAllAssignmentsAsync(this HeldAppeal held)
    {
        var open = await held.Db.OpenAssignments(held.Row.Id).ToListAsync();
        if (open.Count == 0)
            return;
        foreach (var one in open)
            one.State = AssignmentState.Ended;
        await held.Db.SaveChangesAsync();
        await held.Db.RevokeAsync(held.Row, held.Sealed, held.Keys, [.. open.Select(one => one.Person).Distinct()]);
    }

    /// <summary>All forwardings of a letter that is at hand, the oldest first.</summary>
    public static async Task<IReadOnlyList<OpenAssignment>> AssignmentsAsync(this HeldAppeal held, IReadOnlyList<Part> parts)
    {
        var rows = await held.Db.Set<Assignment>().AsNoTracking().Where(one => one.Appeal == held.Row.Id && one.AgendaItem == null)
            .OrderBy(one => one.Instruction).ThenBy(one => one.Place).ToListAsync();
        var lead = LeadOf(rows);
        return [.. rows.Select(row => new OpenAssignment(
            row, held.OpenRecord<Instruction>(parts, row.Instruction)!, held.OpenRecord<Report>(parts, row.Report), row == lead))
            .Where(one => one.Instruction is not null)];
    }

    private static OpenRecord<T>? OpenRecord<T>(this HeldAppeal held, IReadOnlyList<Part> parts, int? sequence) =>
        parts.FirstOrDefault(part => part.Sequence == sequence) is { } part ? new OpenRecord<T>(part.Day, part.Author, held.Keys.OpenRecord<T>(part)) : null;
}
