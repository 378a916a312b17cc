using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals;

/// <summary>Who reads a letter, who never does, and whether that makes it a restricted one.</summary>
public sealed record ReaderChoice(
    IReadOnlyList<RosterLine> Readers, IReadOnlySet<PersonId> Excluded, bool Restricted);

/// <summary>Nobody whom the letter is not about could read it.</summary>
public sealed class NobodyMayRead : Refusal;

/// <summary>
/// Regulation X2, in one place. Exclusion binds to the person, not to the role, and goes before every other rule:
/// who holds two roles is out in both.
/// </summary>
public static class ReaderRule
{
    /// <summary>To whom a letter about nobody is sealed.</summary>
    internal static readonly IReadOnlyList<Role> Usual = [Role.Responsible, Role.Director];

    private static readonly IReadOnlyList<Role> Order = [.. Usual, Role.Chair, Role.DeputyChair, Role.Office, Role.Member];

    /// <param name="roster">Everybody at the school.</param>
    /// <param name="about">Whom the writer says it is about.</param>
    /// <param name="steppedBack">Who stepped back, or was named later.</param>
    /// <exception cref="NobodyMayRead">No reader is left.</exception>
    public static ReaderChoice Choose(
        IReadOnlyList<RosterLine> roster, IReadOnlyCollection<About> about, IReadOnlyCollection<PersonId> steppedBack)
    {
        var excluded = ExcludedBy(roster, about).Concat(steppedBack).ToHashSet();
        var kept = roster.Where(person => excluded.Contains(person.Id)).SelectMany(person => person.Roles).ToHashSet();
        // Who sees the register must not see there a letter that is kept from them.
        var restricted = RoleGroups.Usual.Any(kept.Contains);
        var ready = roster.Where(person => person.PublicKey is not null && !excluded.Contains(person.Id)).ToList();
        var readers = ready.Where(person => Usual.Any(person.Roles.Contains)).ToList();
        if (Usual.Any(kept.Contains) || readers.Count == 0)
            readers = readers.Union(FirstOf(ready, [Role.Chair], [Role.DeputyChair])).ToList();
        if (about.Contains(About.Director))
            readers = readers.Union(ready.Where(person => person.Roles.Contains(Role.Office))).ToList();
        if (readers.Count == 0)
            readers = FirstOf(ready, [Role.Office], [Role.Member]);
        return readers.Count > 0 ? new ReaderChoice(readers, excluded, restricted) : throw new NobodyMayRead();
    }

    /// <summary>Those of the first of these groups of roles to which anybody belongs.</summary>
    internal static List<RosterLine> FirstOf(IReadOnlyList<RosterLine> ready, params IEnumerable<IReadOnlyList<Role>> groups) =>
        groups.Select(roles => ready.Where(person => roles.Any(person.Roles.Contains)).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];

    /// <summary>In which order people come to read a letter, are named as its readers and told of it; who has none of the roles stands in for one who has, and comes last.</summary>
    public static int RankOf(RosterLine person) => Order.TakeWhile(role => !person.Roles.Contains(role)).Count();

    /// <summary>Who is kept from a letter about those.</summary>
    internal static IEnumerable<PersonId> ExcludedBy(IReadOnlyList<RosterLine> roster, IReadOnlyCollection<About> about) =>
        roster.Where(person => IsAbout(person, about)).Select(person => person.Id);

    /// <summary>Whether a letter kept from that person is restricted.</summary>
    public static bool Restricts(IReadOnlyList<RosterLine> roster, PersonId person) =>
        roster.Any(line => line.Id == person && RoleGroups.Usual.Any(line.Roles.Contains));

    /// <summary>Whether the letter is kept from that person, who may have come after it.</summary>
    internal static bool KeptFrom(RosterLine person, SealedFacts facts) => facts.Excluded.Contains(person.Id) || IsAbout(person, facts.About);

    /// <summary>
    /// Who could be given a letter that lacks readers: the first of usual readers, chair, deputy, education office and members of whom somebody
    /// has a key, does not read it yet, and is neither excluded nor one whom the letter is about.
    /// </summary>
    /// <param name="roster">Everybody at the school.</param>
    /// <param name="facts">The letter's.</param>
    /// <param name="readers">Who reads it now.</param>
    public static IReadOnlyList<RosterLine> CouldRead(
        IReadOnlyList<RosterLine> roster, SealedFacts facts, IReadOnlyCollection<PersonId> readers)
    {
        var ready = roster.Where(person => person.PublicKey is not null && !readers.Contains(person.Id) && !KeptFrom(person, facts)).ToList();
        return FirstOf(ready, Usual, [Role.Chair], [Role.DeputyChair], [Role.Office], [Role.Member]);
    }

    /// <summary>A letter about the director also stays from the responsible person, who is the director's deputy.</summary>
    private static bool IsAbout(RosterLine person, IReadOnlyCollection<About> about) => about.Any(whom => whom switch
    {
        About.Director => person.Roles.Contains(Role.Director) || person.Roles.Contains(Role.Responsible)
            || person.Position == Position.Director,
        About.Responsible => person.Roles.Contains(Role.Responsible),
        About.Chair => person.Roles.Contains(Role.Chair),
        About.Deputy => person.Position == Position.Deputy,
        About.Teacher => person.Position == Position.Teacher,
        About.Committee => person.Position == Position.Committee,
        _ => false,
    });
}
