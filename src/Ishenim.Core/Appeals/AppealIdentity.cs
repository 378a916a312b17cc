using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Shows who signed a letter. "Reason before identity" is policy and journal for those who hold the key, no lock: the
/// threat model says so.
/// </summary>
public sealed class AppealIdentity(AppealDesk desk)
{
    /// <summary>A reason of fewer characters says nothing.</summary>
    public const int LeastReason = 10;
    public const int MostReason = 1000;

    /// <summary>Seals the reason, journals a commitment to it, and only then shows the name; the newest last.</summary>
    /// <returns>Null: no such letter for this person.</returns>
    /// <exception cref="AppealIsAnonymous">Nobody signed it.</exception>
    /// <exception cref="IdentityNotHeld">The name is not sealed to this person.</exception>
    public async Task<IReadOnlyList<Identity>?> ShowAsync(Actor actor, AppealId id, string reason)
    {
        var words = reason.Trim();
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, LeastReason, nameof(reason));
        IReadOnlyList<Identity>? identities = null;
        await desk.WithHolderAsync(actor, id, async held =>
        {
            if (!held.Facts.Signed)
                throw new AppealIsAnonymous();
            identities = await held.IdentitiesAsync();
            if (identities.Count == 0)
                throw new IdentityNotHeld();
            var given = Reason.New(words);
            await held.AddAsync(KeyClass.Desk, PartKind.Reason, given.ToString());
            await held.JournalAsync(JournalVerb.IdentityShown, detail: given.Commitment);
        });
        return identities;
    }
}

internal static class Identities
{
    /// <summary>The names that have appeared and that this person's keys open, the newest last.</summary>
    public static async Task<IReadOnlyList<Identity>> IdentitiesAsync(this HeldAppeal held)
    {
        var parts = await held.Db.Set<Part>().AsNoTracking()
            .Where(part => part.Appeal == held.Row.Id && part.Kind == PartKind.Identity && part.AppearsAt <= held.Actor.At)
            .OrderBy(part => part.Sequence).ToListAsync();
        return parts.Where(part => held.Keys.Has(part.Class, part.Epoch)).Select(held.Keys.OpenIdentity).ToList();
    }
}
