using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>What a person's own request came to.</summary>
/// <param name="Row">How it stands, since when.</param>
/// <param name="Why">As typed; null: it cannot be opened any more.</param>
/// <param name="Refusal">Why the chair refused; null: they did not.</param>
public sealed record OwnRequest(IdentityRequest Row, string? Why, string? Refusal);

/// <summary>A name that this reader may give.</summary>
/// <param name="Row">To whom, and who approved on which day.</param>
/// <param name="Why">As typed; null: it was written when this reader could not read it.</param>
public sealed record NameToGive(IdentityRequest Row, string? Why);

/// <summary>How requests for the name stand at one letter, for one person.</summary>
public sealed record IdentityStanding
{
    /// <summary>The letter's.</summary>
    public required string Number { get; init; }

    /// <summary>The person has it for consideration only.</summary>
    public required bool IsExecutor { get; init; }

    /// <summary>The name is sealed to this person.</summary>
    public required bool Sees { get; init; }

    public required bool CanAsk { get; init; }

    /// <summary>The last of their own; null: they never asked.</summary>
    public required OwnRequest? Own { get; init; }

    public required IReadOnlyList<NameToGive> ToGive { get; init; }
}

/// <summary>Nobody sees what another asked, but who can give it once it is approved.</summary>
public sealed class IdentityStandings(AppealDesk desk)
{
    /// <summary>No text of the letter is opened for it, and nothing is journaled.</summary>
    /// <returns>Null: no such letter for this person.</returns>
    public async Task<IdentityStanding?> OfAsync(Actor actor, AppealId id)
    {
        IdentityStanding? standing = null;
        await desk.WithHolderAsync(actor, id, async held => standing = await OfAsync(held));
        return standing;
    }

    private static async Task<IdentityStanding> OfAsync(HeldAppeal held)
    {
        var (id, person) = (held.Row.Id, held.Actor.Person);
        var sees = (await held.IdentitiesAsync()).Count > 0;
        var rows = await held.Db.Set<IdentityRequest>().AsNoTracking()
            .Where(one => one.Appeal == id && (one.Requester == person || one.State == IdentityRequestState.Approved)).OrderBy(one => one.Reason).ToListAsync();
        var own = rows.FindLast(row => row.Requester == person);
        var toGive = new List<NameToGive>();
        foreach (var row in rows.Where(row => sees && !held.IsExecutor && row.State == IdentityRequestState.Approved))
            toGive.Add(new NameToGive(row, (await held.WhyAsync(row))?.Text));
        return new IdentityStanding
        {
            Number = held.Facts.Number, IsExecutor = held.IsExecutor, Sees = sees,
            CanAsk = held.Facts.Signed && !held.Facts.IsOver() && !sees && own is not { State: IdentityRequestState.Asked or IdentityRequestState.Approved } && held.Keys.Has(KeyClass.Desk, held.Row.Epoch),
            Own = own is null ? null : Open(own, held.Actor), ToGive = toGive,
        };
    }

    private static OwnRequest Open(IdentityRequest row, Actor actor)
    {
        var asked = row.OpenOrNull(actor);
        return new OwnRequest(row, TextOf(asked?.Why), TextOf(asked?.Refusal));
    }

    private static string? TextOf(string? stored) => stored is null ? null : Reason.Parse(stored).Text;
}
