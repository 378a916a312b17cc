using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Who holds a letter's keys: stepping back from it, and giving it to one more reader.</summary>
public sealed class AppealAccess(AppealDesk desk)
{
    /// <summary>
    /// Steps back for good (X2), unread or read: whoever the rule names takes over with all keys, then this person's
    /// grants go and a new epoch begins. No text of the letter is opened for it.
    /// </summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="NobodyToTakeOver">Nobody else could read it.</exception>
    public Task<bool> StepBackAsync(Actor actor, AppealId id) => desk.WithReadersAsync(actor, id, async held =>
    {
        var roster = await held.Db.RosterAsync();
        var (successors, usual) = await SuccessorsAsync(held, roster);
        var facts = held.Sealed with { Excluded = [.. held.Sealed.Excluded.Union([actor.Person])] };
        foreach (var person in successors)
            await held.Db.GiveAsync(held.Row, facts, held.Keys, person, held.Actor.At);
        if (successors.Count == 0)
            await LeaveOriginalsAsync(held);
        await held.Db.ForgetBegunAsync(held.Row.Id, actor.Person);
        await ForgetPrintedCodeAsync(held);
        await held.Db.SaveChangesAsync();
        await held.Db.RevokeAsync(held.Row, usual ? Restrict(held, facts) : facts, held.Keys, actor.Person);
        await held.JournalAsync(JournalVerb.SteppedBack);
        foreach (var person in successors)
            await held.JournalAsync(JournalVerb.AccessGranted, person.Id);
    });

    /// <summary>The letter's number for one who holds it; no text of it is opened, and nothing is journaled.</summary>
    /// <returns>Null: no such letter for this person.</returns>
    public async Task<string?> NumberAsync(Actor actor, AppealId id)
    {
        string? number = null;
        await desk.WithAsync(actor, id, held =>
        {
            number = held.Facts.Number;
            return Task.CompletedTask;
        });
        return number;
    }

    /// <summary>Gives every key that this person holds to one more reader whom the rule names for this letter.</summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="ReaderExcluded">The person may never read it.</exception>
    /// <exception cref="ReaderNotEligible">The rule names somebody else, or nobody.</exception>
    public Task<bool> GrantAsync(Actor actor, AppealId id, PersonId to) => desk.WithReadersAsync(actor, id, async held =>
    {
        if (held.Sealed.Excluded.Contains(to))
            throw new ReaderExcluded();
        var readers = await held.Db.ReadersOfAsync(held.Row);
        var person = ReaderRule.CouldRead(await held.Db.RosterAsync(), held.Sealed, readers).FirstOrDefault(person => person.Id == to)
            ?? throw new ReaderNotEligible();
        await held.Db.GiveAsync(held.Row, held.Sealed, held.Keys, person, held.Actor.At);
        held.Row.Version++;
        await held.JournalAsync(JournalVerb.AccessGranted, to);
    });

    /// <summary>Who takes the letter over, and whether a usual reader is now kept from it.</summary>
    private static async Task<(IReadOnlyList<RosterLine> Successors, bool Usual)> SuccessorsAsync(HeldAppeal held, IReadOnlyList<RosterLine> roster)
    {
        var me = held.Actor.Person;
        var ready = roster.Where(person => person.PublicKey is not null).Select(person => person.Id).ToHashSet();
        var staying = (await held.Db.ReadersOfAsync(held.Row)).Where(reader => reader != me && ready.Contains(reader)).ToList();
        try
        {
            var choice = ReaderRule.Choose(roster, held.Sealed.About, [.. held.Sealed.Excluded, me]);
            await held.Db.KeepAsync(held.Row.Id, [.. choice.Readers.Select(person => person.Id)]);
            return (choice.Readers.Where(person => !staying.Contains(person.Id)).ToList(), choice.Restricted);
        }
        catch (NobodyMayRead) when (staying.Count > 0)
        {
            return ([], ReaderRule.Restricts(roster, me));
        }
        catch (NobodyMayRead)
        {
            throw new NobodyToTakeOver();
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

    /// <summary>A code that this person printed or saw opens nothing any more: the answer goes to the notice board.</summary>
    private static async Task ForgetPrintedCodeAsync(HeldAppeal held)
    {
        var (row, person) = (held.Row.Id, held.Actor.Person);
        if (await held.Db.Set<WriterKey>().Where(key => key.Appeal == row && key.Printer == person).ExecuteDeleteAsync() > 0)
            await held.Db.Set<Grant>().Where(grant => grant.Appeal == row && grant.Recipient == row.Value).ExecuteDeleteAsync();
    }
}

internal static class Giving
{
    /// <summary>Seals all keys at hand to a reader who has none yet, and tells them in their own mailbox.</summary>
    public static async Task GiveAsync(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys, RosterLine person, DateTime at)
    {
        // A former reader may still have single grants: theirs are made anew.
        await db.Set<Grant>().Where(grant => grant.Appeal == appeal.Id && grant.Recipient == person.Id.Value).ExecuteDeleteAsync();
        db.Grant(appeal, facts, keys, person, Granting.ToReader);
        var urgent = (appeal.Facts ?? facts.Restricted!).Urgent;
        if (person.Email is { } address)
            db.AddNotice(address, person.Language, urgent ? Notice.UrgentLetter : Notice.NewLetter, at > appeal.AppearsAt ? at : appeal.AppearsAt);
    }

    /// <summary>What this person had begun with the letter.</summary>
    public static async Task ForgetBegunAsync(this IshenimDb db, AppealId appeal, PersonId person)
    {
        await db.Set<Part>().Where(part => part.Appeal == appeal && part.Author == person && part.Kind == PartKind.Draft).ExecuteDeleteAsync();
        await db.Set<ReadMark>().Where(mark => mark.Appeal == appeal && mark.Person == person).ExecuteDeleteAsync();
    }

    /// <summary>Who can open what is written now.</summary>
    public static async Task<IReadOnlyList<PersonId>> ReadersOfAsync(this IshenimDb db, Appeal appeal)
    {
        var recipients = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Letter && grant.Epoch == appeal.Epoch && grant.Recipient != appeal.Id.Value)
            .Select(grant => grant.Recipient).ToListAsync();
        return recipients.ConvertAll(id => new PersonId(id));
    }
}
