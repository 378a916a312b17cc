using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>Who of the commission has a letter at hand once it is on an agenda, and who not and why.</summary>
internal sealed record AgendaMembers
{
    /// <summary>They get it.</summary>
    public required IReadOnlyList<RosterLine> Given { get; init; }

    /// <summary>They read it anyhow.</summary>
    public required IReadOnlyList<PersonId> Reading { get; init; }

    /// <summary>It is kept from them (X2).</summary>
    public required IReadOnlyList<PersonId> Kept { get; init; }

    /// <summary>Nothing can be sealed to them.</summary>
    public required IReadOnlyList<PersonId> WithoutKey { get; init; }

    public static async Task<AgendaMembers> OfAsync(HeldAppeal held, IReadOnlyCollection<PersonId> members)
    {
        var roster = (await held.Db.RosterAsync()).Where(person => members.Contains(person.Id)).ToList();
        var readers = await held.Db.AllReadersOfAsync(held.Row);
        var kept = roster.FindAll(person => ReaderRule.KeptFrom(person, held.Sealed));
        var others = roster.Except(kept).Where(person => !readers.Contains(person.Id)).ToList();
        return new AgendaMembers
        {
            Given = others.FindAll(person => person.PublicKey is not null), WithoutKey = [.. others.Where(person => person.PublicKey is null).Select(person => person.Id)],
            Kept = [.. kept.Select(person => person.Id)], Reading = [.. members.Where(readers.Contains)],
        };
    }
}
