using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

public static class LastSeen
{
    /// <summary>The last day on which each person signed in, as far as a browser of theirs is still known.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, DateOnly?>> LastSeenAsync(this IshenimDb db) =>
        await db.Set<KnownDevice>().GroupBy(device => device.Person)
            .Select(devices => new { devices.Key, Day = devices.Max(device => device.SeenOn) })
            .ToDictionaryAsync(one => one.Key, one => (DateOnly?)one.Day);
}
