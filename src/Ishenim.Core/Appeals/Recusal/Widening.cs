using System.Text.Json;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Recusal;

/// <summary>Whom a letter is about, too, as chosen.</summary>
public sealed record NewAbout
{
    public required IReadOnlyCollection<About> Groups { get; init; }

    public required IReadOnlyCollection<PersonId> Persons { get; init; }

    /// <summary>Whoever does this knows that it may be stepping back.</summary>
    public required bool SteppingBack { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="SteppedBack">Whoever did it is kept from the letter, too.</param>
public sealed record Widened(bool SteppedBack);

/// <summary>Whom a letter is about now.</summary>
/// <param name="Number">The letter's.</param>
/// <param name="Version">What the form sends back.</param>
/// <param name="Groups">As the writer or a reader said.</param>
/// <param name="Others">Who is at the school and not kept from it.</param>
public sealed record AboutNow(string Number, int Version, IReadOnlyList<About> Groups, IReadOnlyList<PersonId> Others);

/// <summary>
/// Says later that a letter is about somebody (X2). Whoever that is loses it at once. It is never narrowed: who is kept
/// from a letter stays so.
/// </summary>
public sealed class Widening(AppealDesk desk)
{
    /// <returns>Null: no such letter for this person.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else was quicker.</exception>
    /// <exception cref="NothingToWiden">It says so already.</exception>
    /// <exception cref="PersonNotHere">Somebody named is not at the school.</exception>
    /// <exception cref="WideningIsSteppingBack">It names whoever does it, and they did not say that they know.</exception>
    /// <exception cref="NobodyLeftAtSchool">Nobody could read it then.</exception>
    public async Task<Widened?> WidenAsync(Actor actor, AppealId id, NewAbout added)
    {
        Widened? widened = null;
        await desk.WithReadersAsync(actor, id, async held =>
        {
            held.Require(added.Version);
            widened = await WidenAsync(held, added);
        });
        return widened;
    }

    /// <summary>Whom it is about now; no text of it is opened, and nothing is journaled.</summary>
    /// <returns>Null: no such letter for this person.</returns>
    public async Task<AboutNow?> NowAsync(Actor actor, AppealId id)
    {
        AboutNow? now = null;
        await desk.WithAsync(actor, id, async held =>
        {
            var people = (await held.Db.RosterAsync()).Select(line => line.Id).Except(held.Sealed.Excluded).ToList();
            now = new AboutNow(held.Facts.Number, held.Row.Version, held.Sealed.About, people);
        });
        return now;
    }

    private static async Task<Widened> WidenAsync(HeldAppeal held, NewAbout added)
    {
        var roster = await held.Db.RosterAsync();
        if (added.Persons.Any(named => roster.All(line => line.Id != named)))
            throw new PersonNotHere();
        var groups = GroupsOf(roster, added).Except(held.Sealed.About).ToList();
        var persons = ReaderRule.ExcludedBy(roster, groups).Union(added.Persons).Except(held.Sealed.Excluded).ToList();
        if (groups.Count == 0 && persons.Count == 0)
            throw new NothingToWiden();
        var leaving = persons.Contains(held.Actor.Person);
        if (leaving && !added.SteppingBack)
            throw new WideningIsSteppingBack();
        var former = await FormerAsync(held, persons);
        var successors = await ExcludeAsync(held, [.. held.Sealed.About.Where(whom => whom != About.Nobody), .. groups], persons);
        var record = new WidenedAbout { Groups = groups, Persons = [.. added.Persons.Intersect(persons)], Former = former };
        // The new epoch has begun: whoever the letter is about cannot open what is said of them.
        await held.AddAsync(KeyClass.Desk, PartKind.Widening, JsonSerializer.Serialize(record));
        await JournalAsync(held, leaving, successors);
        return new Widened(leaving);
    }

    /// <summary>Whoever names the director in person means what naming the director means: the deputy does not read it either.</summary>
    private static IEnumerable<About> GroupsOf(IReadOnlyList<RosterLine> roster, NewAbout added)
    {
        var director = roster.Any(line => added.Persons.Contains(line.Id) && (line.Roles.Contains(Role.Director) || line.Position == Position.Director));
        return added.Groups.Where(whom => whom != About.Nobody).Concat(director ? [About.Director] : []).Distinct();
    }

    private static async Task<IReadOnlyList<RosterLine>> ExcludeAsync(HeldAppeal held, IReadOnlyList<About> about, IReadOnlyCollection<PersonId> persons)
    {
        try
        {
            return await held.ExcludeAsync(about, persons);
        }
        catch (NobodyToTakeOver)
        {
            throw new NobodyLeftAtSchool();
        }
    }

    private static async Task<IReadOnlyList<FormerReader>> FormerAsync(HeldAppeal held, IReadOnlyCollection<PersonId> persons)
    {
        var (row, recipients) = (held.Row.Id, persons.Select(person => person.Value).ToList());
        var grants = await held.Db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == row && recipients.Contains(grant.Recipient))
            .Select(grant => new { grant.Recipient, grant.Class }).ToListAsync();
        var opened = await held.Db.Set<ReadMark>().AsNoTracking().Where(mark => mark.Appeal == row).Select(mark => mark.Person).ToListAsync();
        return grants.GroupBy(grant => new PersonId(grant.Recipient)).Select(one => new FormerReader
        {
            Person = one.Key, Opened = opened.Contains(one.Key),
            Identity = one.Any(grant => grant.Class == KeyClass.Identity), Original = one.Any(grant => grant.Class == KeyClass.Original),
        }).ToList();
    }

    /// <summary>The line names nobody whom the letter is about: it stands in the clear.</summary>
    private static async Task JournalAsync(HeldAppeal held, bool leaving, IReadOnlyList<RosterLine> successors)
    {
        await held.JournalAsync(JournalVerb.AboutWidened);
        if (leaving)
            await held.JournalAsync(JournalVerb.SteppedBack);
        foreach (var person in successors)
            await held.JournalAsync(JournalVerb.AccessGranted, person.Id);
    }
}
