using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>One who is at the school now, as the rule about readers sees them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Roles">What they do in the trust mail.</param>
/// <param name="Position">What they are in the school.</param>
/// <param name="PublicKey">X25519, 32 bytes; null while letters must not be sealed to them.</param>
/// <param name="Email">Where notices go; null for none.</param>
/// <param name="Language">ky, ru or en.</param>
public sealed record RosterLine(
    PersonId Id, IReadOnlySet<Role> Roles, Position Position, byte[]? PublicKey, string? Email, string Language);

public static class Roster
{
    /// <summary>Everybody who has not left, whether or not they may read yet: exclusion binds to all.</summary>
    public static async Task<IReadOnlyList<RosterLine>> RosterAsync(this IshenimDb db)
    {
        var people = await db.Set<Person>().AsNoTracking()
            .Where(person => person.LeftOn == null)
            .Include(person => person.Roles).Include(person => person.Account)
            .ToListAsync();
        return people.ConvertAll(person => new RosterLine(
            person.Id,
            person.Roles.Select(held => held.Role).ToHashSet(),
            person.Position,
            person.Account is { MayRead: true } account ? account.PublicKey : null,
            person.Email,
            person.Language));
    }
}
