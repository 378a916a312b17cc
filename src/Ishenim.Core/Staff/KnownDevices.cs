using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

internal static class KnownDevices
{
    private const int Days = 180;

    public static async Task<KnownDevice?> FindDeviceAsync(this IshenimDb db, PersonId person, string? token)
    {
        var hash = OneTimeToken.Hash(token);
        return hash.Length == 0 ? null : await db.Set<KnownDevice>().SingleOrDefaultAsync(device => device.Person == person && device.TokenHash == hash);
    }

    /// <summary>A token of its own for every sign-in, so that a copied one is noticed by ceasing to work.</summary>
    public static async Task<string> RememberDeviceAsync(this IshenimDb db, PersonId person, KnownDevice? before, DateOnly today)
    {
        var old = today.AddDays(-Days);
        await db.Set<KnownDevice>().Where(device => device.SeenOn < old).ExecuteDeleteAsync();
        if (before is not null)
            await db.Set<KnownDevice>().Where(device => device.Person == person && device.TokenHash == before.TokenHash).ExecuteDeleteAsync();
        var token = OneTimeToken.New();
        db.Add(new KnownDevice { School = db.School, Person = person, TokenHash = OneTimeToken.Hash(token), SeenOn = today });
        return token;
    }
}
