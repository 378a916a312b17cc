using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>A running session, as its owner sees it.</summary>
public sealed record OwnSession(Guid Id, string Device, DateTime StartedAt, DateTime SeenAt);

public static class OwnSessions
{
    /// <summary>The person's running sessions, the latest first.</summary>
    public static async Task<IReadOnlyList<OwnSession>> SessionsOfAsync(this IshenimDb db, Actor actor)
    {
        var (idle, longest) = (actor.At - StaffSession.Idle, actor.At - StaffSession.Longest);
        return await db.Set<StaffSession>().AsNoTracking()
            .Where(session => session.Person == actor.Person && session.SeenAt >= idle && session.StartedAt >= longest)
            .OrderByDescending(session => session.SeenAt)
            .Select(session => new OwnSession(session.Id, session.Device, session.StartedAt, session.SeenAt)).ToListAsync();
    }
}
