using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>The role of a member follows the convocation.</summary>
internal static class MemberRoles
{
    public static async Task GiveAsync(IshenimDb db, IEnumerable<PersonId> members)
    {
        var held = await db.Set<PersonRole>().Where(one => one.Role == Role.Member).Select(one => one.Person).ToListAsync();
        db.AddRange(members.Except(held).Select(person => new PersonRole { School = db.School, Person = person, Role = Role.Member }));
    }

    /// <summary>
    /// Takes it from who is a member no more. Who holds letters keeps it until they have stepped down: only they themselves know whether some
    /// letter has no other reader (X2).
    /// </summary>
    public static async Task TakeAsync(IshenimDb db, IEnumerable<PersonId> former)
    {
        var people = former.ToList();
        await db.EndOnAgendaAsync(people);
        var ids = people.ConvertAll(person => person.Value);
        var holding = await db.Set<Grant>().Where(grant => ids.Contains(grant.Recipient)).Select(grant => grant.Recipient).Distinct().ToListAsync();
        // Whose signature a protocol waits for comes to the desk until it stands there.
        var signing = await db.Set<Meeting>().Where(meeting => meeting.State == MeetingState.Ended || meeting.State == MeetingState.Held)
            .Select(meeting => new { meeting.Chair, meeting.Secretary }).ToListAsync();
        var free = people.FindAll(person => !holding.Contains(person.Value) && !signing.Exists(meeting => meeting.Chair == person || meeting.Secretary == person));
        await db.Set<PersonRole>().Where(one => one.Role == Role.Member && free.Contains(one.Person)).ExecuteDeleteAsync();
    }
}
