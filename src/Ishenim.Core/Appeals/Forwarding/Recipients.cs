using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>To whom a letter could go for consideration, as its reader sees it.</summary>
public sealed record ForwardingOffer
{
    public required AppealFacts Facts { get; init; }

    /// <summary>The letter's version as it is shown.</summary>
    public required int Version { get; init; }

    /// <summary>Who may have it.</summary>
    public required IReadOnlyList<PersonId> Offered { get; init; }

    /// <summary>Those of them who sit on the commission.</summary>
    public required IReadOnlyList<PersonId> Commission { get; init; }

    /// <summary>Who could have it otherwise, and never may: the letter is about them, or they stepped back (X2).</summary>
    public required IReadOnlyList<PersonId> Kept { get; init; }

    /// <summary>Who has it now.</summary>
    public required IReadOnlyList<PersonId> Having { get; init; }

    /// <summary>Whether the name can be shown to them: it is signed, and this reader holds the name.</summary>
    public required bool IdentityHeld { get; init; }

    /// <summary>When the redacted copy that this reader could give instead of the letter was made; null: there is none.</summary>
    public required DateOnly? RedactedOn { get; init; }
}

/// <summary>Who may be an executor of a letter at hand, and who not and why.</summary>
internal sealed class Recipients
{
    private readonly HeldAppeal _held;

    private Recipients(HeldAppeal held, IReadOnlyList<RosterLine> roster, IReadOnlyList<PersonId> readers, IReadOnlyList<PersonId> having) =>
        (_held, Roster, Readers, Having) = (held, roster, readers, having);

    public IReadOnlyList<RosterLine> Roster { get; }

    public IReadOnlyList<PersonId> Readers { get; }

    public IReadOnlyList<PersonId> Having { get; }

    public static async Task<Recipients> OfAsync(HeldAppeal held, IReadOnlyList<Assignment> open) =>
        new(held, await held.Db.RosterAsync(), await held.Db.AllReadersOfAsync(held.Row), [.. open.Select(one => one.Person)]);

    public IEnumerable<RosterLine> Offered => Roster.Where(person => CouldWork(person) && !IsKept(person)
        && !Readers.Contains(person.Id) && !Having.Contains(person.Id));

    public IEnumerable<RosterLine> Commission => Offered.Where(IsOnCommission);

    public IEnumerable<RosterLine> Kept => Roster.Where(person => CouldWork(person) && IsKept(person));

    /// <summary>The person with that id, ready to get the letter.</summary>
    /// <exception cref="ForwardedToOneself">Who forwards it.</exception>
    /// <exception cref="ReaderExcluded">The person may never read it.</exception>
    /// <exception cref="RecipientReadsIt">A reader.</exception>
    /// <exception cref="ForwardedAlready">The person has it.</exception>
    /// <exception cref="ReaderHasNoKey">Nothing can be sealed to the person.</exception>
    public RosterLine Require(PersonId id)
    {
        if (id == _held.Actor.Person)
            throw new ForwardedToOneself();
        var person = Roster.FirstOrDefault(one => one.Id == id);
        if (person is not null && IsKept(person))
            throw new ReaderExcluded();
        if (Readers.Contains(id))
            throw new RecipientReadsIt();
        if (Having.Contains(id))
            throw new ForwardedAlready();
        return person is not null && CouldWork(person) ? person : throw new ReaderHasNoKey();
    }

    public static bool IsOnCommission(RosterLine person) => person.Roles.Contains(Role.Member) || person.Roles.Contains(Role.Chair) || person.Roles.Contains(Role.DeputyChair);

    private static bool CouldWork(RosterLine person) => person.PublicKey is not null && RoleGroups.Reading.Any(person.Roles.Contains);

    private bool IsKept(RosterLine person) => ReaderRule.KeptFrom(person, _held.Sealed);
}
