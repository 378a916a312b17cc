using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Recusal;
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
    public Task<bool> StepBackAsync(Actor actor, AppealId id) => desk.WithHolderAsync(actor, id, async held =>
    {
        var successors = await held.ExcludeAsync(held.Sealed.About, [actor.Person]);
        await held.JournalAsync(JournalVerb.SteppedBack);
        foreach (var person in successors)
            await held.JournalAsync(JournalVerb.AccessGranted, person.Id);
    }, lockSchool: true);

    /// <summary>The letter's number for one who holds it; no text of it is opened, and nothing is journaled.</summary>
    /// <returns>Null: no such letter for this person.</returns>
    public async Task<string?> NumberAsync(Actor actor, AppealId id)
    {
        string? number = null;
        await desk.WithHolderAsync(actor, id, held =>
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
        held.RequireDesk();
        var readers = await held.Db.ReadersOfAsync(held.Row);
        var person = ReaderRule.CouldRead(await held.Db.RosterAsync(), held.Sealed, readers).FirstOrDefault(person => person.Id == to)
            ?? throw new ReaderNotEligible();
        await held.Db.GiveAsync(held.Row, held.Sealed, held.Keys, person, held.Actor.At);
        held.Row.Version++;
        await held.JournalAsync(JournalVerb.AccessGranted, to);
    });
}

internal static class Giving
{
    /// <summary>Seals all keys at hand to a reader who has none yet, and tells them in their own mailbox.</summary>
    public static async Task GiveAsync(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys, RosterLine person, DateTime at)
    {
        // A former reader may still have single grants: theirs are made anew.
        await db.Set<Grant>().Where(grant => grant.Appeal == appeal.Id && grant.Recipient == person.Id.Value).ExecuteDeleteAsync();
        await db.EndAssignmentAsync(appeal.Id, person.Id);
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
        await db.EndAssignmentAsync(appeal, person);
    }

    /// <summary>The same of the roster, to tell them something.</summary>
    public static async Task<IEnumerable<RosterLine>> ReaderLinesAsync(this IshenimDb db, Appeal appeal)
    {
        var readers = await db.ReadersOfAsync(appeal);
        return (await db.RosterAsync()).Where(person => readers.Contains(person.Id));
    }

    /// <summary>Who can open all that is written now, notes and records, too; those who have it for consideration only are left out.</summary>
    public static async Task<IReadOnlyList<PersonId>> ReadersOfAsync(this IshenimDb db, Appeal appeal)
    {
        var recipients = await db.ReaderGrants()
            .Where(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Desk && grant.Epoch == appeal.Epoch && grant.Recipient != appeal.Id.Value)
            .Select(grant => grant.Recipient).ToListAsync();
        return recipients.ConvertAll(id => new PersonId(id));
    }
}
