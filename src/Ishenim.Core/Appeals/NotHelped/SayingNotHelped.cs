using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.NotHelped;

/// <summary>
/// The writer says that the answer did not help, once of each answer. The chair gets what the writer holds, at once; that
/// the letter is considered again is a reader's act, since facts of a letter are not the writer's to change.
/// </summary>
public sealed class SayingNotHelped(DatabaseGate database, TimeProvider time)
{
    /// <returns>False: there is no answer, or it was said of this one already.</returns>
    /// <exception cref="LetterDestroyed">Its content was destroyed meanwhile.</exception>
    public async Task<bool> SayAsync(School school, OpenThread thread, string why)
    {
        await using var db = database.Open(school.Id);
        var said = await database.InTransactionAsync(db, () => SayAsync(db, school, thread, why));
        (thread.MaySayNotHelped, thread.SaidNotHelped) = (false, await db.SaidNotHelpedAsync(thread.Appeal));
        thread.NotHelped = await db.NotHelpedAsync(thread);
        return said;
    }

    private async Task<bool> SayAsync(IshenimDb db, School school, OpenThread thread, string why)
    {
        // The letter is sealed to one more: neither readers nor keys may change until it is.
        await db.LockSchoolAsync();
        await db.TakePlacesAsync(thread.Appeal, 0);
        await WriterThread.RefreshAsync(db, thread);
        var appeal = await db.Set<Appeal>().SingleAsync(row => row.Id == thread.Appeal);
        var sealedFacts = thread.Keys.OpenFacts(appeal);
        var facts = appeal.Facts ?? sealedFacts.Restricted!;
        if (!facts.IsAnswered() || await db.SaidNotHelpedAsync(appeal.Id))
            return false;
        var clock = school.Clock(time);
        var appearsAt = school.AppearsAt(clock, facts.Urgent);
        var place = await db.TakePlacesAsync(appeal.Id, 1);
        db.Add(thread.Keys.SealText(appeal, KeyClass.Reply, PartKind.NotHelped, AuthorSide.Writer, place, why, clock.Today, appearsAt, author: null));
        if (facts.IsOver())
            appeal.WrittenAfterClosing = clock.Today;
        var given = appearsAt <= clock.UtcNow ? await GiveAsync(db, appeal, sealedFacts, thread.Keys) : [];
        db.AddNotices(school, await ToldAsync(db, appeal, sealedFacts), Notice.WriterAdded, appearsAt, appeal.Restricted);
        // In the book of arrivals, which has days only: a grant with its time would tell when the writer was there.
        await db.JournalArrivalsAsync(clock.Today, given.Select(person => new Act(null, JournalVerb.AccessGranted, appeal.Id, person))
            .Prepend(new Act(null, JournalVerb.WriterNotHelped, appeal.Id)));
        return true;
    }

    /// <summary>A printed code does not open the letter, so it cannot give it: a reader does, who considers it again.</summary>
    private static async Task<IReadOnlyList<PersonId>> GiveAsync(IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys) =>
        keys.Has(KeyClass.Letter, appeal.Epoch) ? await db.GiveToNextAsync(appeal, facts, keys) : [];

    /// <summary>Its readers, and whoever shall look at it next.</summary>
    private static async Task<IEnumerable<RosterLine>> ToldAsync(IshenimDb db, Appeal appeal, SealedFacts facts)
    {
        var next = NextToLook.Of(await db.RosterAsync(), facts);
        return (await db.HoldersAsync(appeal, KeyClass.Reply)).Concat(next).DistinctBy(person => person.Id);
    }
}
