using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Recusal;

/// <summary>What stepping back and being named later have in common: somebody who could read a letter never reads it again.</summary>
internal static class Excluding
{
    /// <summary>
    /// Keeps persons from a letter for good: whoever the rule names takes over with all keys, then the persons' grants go
    /// and one new epoch begins. No text of the letter is opened for it.
    /// </summary>
    /// <param name="held">The letter; its sealed facts are stale afterwards.</param>
    /// <param name="about">Whom it is about from now on.</param>
    /// <param name="persons">Who is kept from it, whether or not they read it until now.</param>
    /// <returns>Who takes over.</returns>
    /// <exception cref="NobodyToTakeOver">Nobody else could read it.</exception>
    public static async Task<IReadOnlyList<RosterLine>> ExcludeAsync(this HeldAppeal held, IReadOnlyList<About> about, IReadOnlyCollection<PersonId> persons)
    {
        var (successors, leaving, restricts) = await SuccessorsAsync(held, about, persons);
        var facts = held.Sealed with { About = about, Excluded = [.. held.Sealed.Excluded.Union(persons)] };
        foreach (var person in successors)
            await held.Db.GiveAsync(held.Row, facts, held.Keys, person, held.Actor.At);
        if (successors.Count == 0 && persons.Contains(held.Actor.Person))
            await LeaveOriginalsAsync(held);
        foreach (var person in leaving)
            await held.Db.ForgetBegunAsync(held.Row.Id, person);
        await held.Db.UnmarkStandInsAsync(held.Row.Id, leaving);
        await ForgetPrintedCodeAsync(held, persons);
        await held.Db.SaveChangesAsync();
        if (restricts && !held.Facts.IsOver())
            await held.Db.HideOnAgendasAsync(held.Row.Id);
        await held.Db.RevokeAsync(held.Row, restricts ? Restrict(held, facts) : facts, held.Keys, leaving);
        return successors;
    }

    /// <summary>
    /// Who takes the letter over; who loses it: these persons, and whoever only stands in for one of them; and whether one
    /// who sees the register is now kept from it.
    /// </summary>
    private static async Task<(IReadOnlyList<RosterLine> Successors, IReadOnlyList<PersonId> Leaving, bool Restricts)> SuccessorsAsync(
        HeldAppeal held, IReadOnlyList<About> about, IReadOnlyCollection<PersonId> persons)
    {
        var roster = await held.Db.RosterAsync();
        // An executor's readers stay, and nobody takes over.
        if (held.IsExecutor)
            return ([], [.. persons], persons.Any(person => ReaderRule.Restricts(roster, person)));
        var chosen = ChosenOrNull(roster, about, [.. held.Sealed.Excluded, .. persons]);
        await held.Db.UnmarkStandInsAsync(held.Row.Id, [.. (chosen?.Readers ?? []).Select(person => person.Id)]);
        var leaving = await held.Db.WithStandInsAsync(held.Row.Id, persons);
        var ready = roster.Where(person => person.PublicKey is not null).Select(person => person.Id).ToHashSet();
        var staying = (await held.Db.ReadersOfAsync(held.Row)).Where(reader => !leaving.Contains(reader) && ready.Contains(reader)).ToList();
        if (chosen is not null)
            return (chosen.Readers.Where(person => !staying.Contains(person.Id)).ToList(), leaving, chosen.Restricted);
        return staying.Count > 0 ? ([], leaving, persons.Any(person => ReaderRule.Restricts(roster, person))) : throw new NobodyToTakeOver();
    }

    private static ReaderChoice? ChosenOrNull(IReadOnlyList<RosterLine> roster, IReadOnlyList<About> about, IReadOnlyCollection<PersonId> excluded)
    {
        try
        {
            return ReaderRule.Choose(roster, about, excluded);
        }
        catch (NobodyMayRead)
        {
            return null;
        }
    }

    /// <summary>
    /// The official side leaves the register, until the letter is closed. A letter that already has a number of the
    /// common register keeps it, so that the register has no gap: the others see the number and that it is restricted.
    /// </summary>
    private static SealedFacts Restrict(HeldAppeal held, SealedFacts facts)
    {
        if (held.Row.Restricted || held.Facts.IsOver())
            return facts;
        var restricted = facts with { Restricted = held.Facts };
        held.Row.Facts = null;
        held.Row.Restricted = true;
        return restricted;
    }

    /// <summary>A registrar who goes leaves the handwriting to those who stay: else nobody could ever look at it.</summary>
    private static async Task LeaveOriginalsAsync(HeldAppeal held)
    {
        if (!held.Keys.Has(KeyClass.Original, held.Row.Epoch))
            return;
        await held.Db.Set<Grant>().Where(grant => grant.Appeal == held.Row.Id && grant.Class == KeyClass.Original).ExecuteDeleteAsync();
        await held.Db.GrantToReadersAsync(held.Row, held.Keys, KeyClass.Original);
    }

    /// <summary>A code that one of them printed or saw opens nothing any more: the answer goes to the notice board.</summary>
    private static async Task ForgetPrintedCodeAsync(HeldAppeal held, IReadOnlyCollection<PersonId> persons)
    {
        var row = held.Row.Id;
        if (await held.Db.Set<WriterKey>().SingleOrDefaultAsync(key => key.Appeal == row) is not { Printer: { } printer } key || !persons.Contains(printer))
            return;
        held.Db.Remove(key);
        await held.Db.Set<Grant>().Where(grant => grant.Appeal == row && grant.Recipient == row.Value).ExecuteDeleteAsync();
    }
}
