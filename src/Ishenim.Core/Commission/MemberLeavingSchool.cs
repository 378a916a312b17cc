using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Who leaves the school leaves its commission.</summary>
internal static class MemberLeavingSchool
{
    /// <summary>
    /// Excused from that day, without a reason in words: the pages say, each in its own language, that they left the school. Their
    /// offices are free. That a group may have nobody any more refuses nothing, since the person is gone; the pages of the commission warn.
    /// </summary>
    public static async Task LeaveCommissionAsync(this IshenimDb db, PersonId person, DateOnly today)
    {
        var rows = await db.Set<Convocation>().Include(one => one.Members)
            .Where(one => one.EndedOn == null && one.Members.Any(member => member.Person == person && member.To == null)).ToListAsync();
        foreach (var convocation in rows)
        {
            var member = convocation.Members.Single(one => one.Person == person);
            if (convocation.ConvenedOn is null)
                convocation.Members.Remove(member);
            else
                (member.To, member.Leaving) = (today, MemberLeaving.Excused);
            Convocations.FreeOffices(convocation, person);
            convocation.Version++;
        }
    }
}
