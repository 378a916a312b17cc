using System.Collections.Concurrent;
using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>The school's readers have no keys yet: nobody could read a letter.</summary>
public sealed class SchoolNotOpen : Refusal;

/// <summary>The page was sent again after its letter had arrived: nothing was done this time.</summary>
public sealed class LetterAlreadyArrived : Refusal;

/// <summary>
/// Accepts letters: seals, numbers, journals, and tells the readers, in one transaction. Letters of a school that come
/// in the same moment share it (docs/adr/0010).
/// </summary>
public sealed class LetterBox(DatabaseGate database, ReceiptPool receipts, StagedFiles files, TimeProvider time)
{
    private readonly ConcurrentDictionary<SchoolId, SharedCommit<Arrival>> _arriving = [];

    /// <summary>The receipt is returned only after the letter is durably there; a failure leaves nothing of it.</summary>
    /// <exception cref="SchoolNotOpen">The school has not opened yet.</exception>
    /// <exception cref="NobodyMayRead">The letter is about everybody who could read it.</exception>
    /// <exception cref="LetterAlreadyArrived">A letter of this draft is there already.</exception>
    /// <exception cref="StretchQueueFull">No code is ready, and too many wait for one.</exception>
    public async Task<Receipt> AcceptAsync(School school, NewLetter letter, CancellationToken cancellation)
    {
        if (school.OpenedOn is null)
            throw new SchoolNotOpen();
        using var arrival = new Arrival(school, letter, await receipts.TakeAsync(school));
        await files.KeepAsync(school.Id, letter.Files, cancellation);
        await _arriving.GetOrAdd(school.Id, id => new SharedCommit<Arrival>(arrivals => CommitAsync(id, arrivals))).AddAsync(arrival);
        if (arrival.Refused is { } refusal)
            throw refusal;
        await files.ForgetAsync(letter.Files);
        return new Receipt(arrival.Receipt.Code, arrival.Facts.DueOn);
    }

    private async Task CommitAsync(SchoolId school, IReadOnlyList<Arrival> arrivals)
    {
        await using var db = database.Open(school);
        await database.InTransactionAsync(db, () => RegisterAsync(db, arrivals));
    }

    private async Task RegisterAsync(IshenimDb db, IReadOnlyList<Arrival> arrivals)
    {
        // Under the lock, so that no reader's key or role changes until the letters are sealed to them.
        await db.LockSchoolAsync();
        var roster = await db.RosterAsync();
        var taken = await TakenAsync(db, arrivals);
        foreach (var arrival in arrivals)
            arrival.Choose(roster, taken);
        var accepted = arrivals.Where(arrival => arrival.Refused is null).ToList();
        if (accepted.Count == 0)
            return;
        var clock = accepted[0].School.Clock(time);
        foreach (var series in accepted.GroupBy(arrival => arrival.Choice.Restricted))
            await NumberAsync(db, clock, series.Key, [.. series]);
        Parallel.ForEach(accepted, arrival => arrival.Seal());
        foreach (var arrival in accepted)
            Add(db, arrival);
        await db.JournalArrivalsAsync(clock.Today, JournalVerb.LetterArrived, accepted.Select(arrival => arrival.Id));
    }

    /// <summary>Which of the ids, which their pages chose, are letters already, or persons: grants of both stand under the same ids.</summary>
    private static async Task<HashSet<Guid>> TakenAsync(IshenimDb db, IReadOnlyList<Arrival> arrivals)
    {
        var ids = arrivals.Select(arrival => arrival.Id).ToList();
        var persons = ids.ConvertAll(id => new PersonId(id.Value));
        var letters = await db.Set<Appeal>().Where(appeal => ids.Contains(appeal.Id)).Select(appeal => appeal.Id).ToListAsync();
        var people = await db.Set<Person>().Where(person => persons.Contains(person.Id)).Select(person => person.Id).ToListAsync();
        return [.. letters.Select(id => id.Value), .. people.Select(id => id.Value)];
    }

    private static async Task NumberAsync(IshenimDb db, SchoolClock clock, bool restricted, IReadOnlyList<Arrival> arrivals)
    {
        var place = await db.NextNumbersAsync(RegisterNumber.SeriesOf(clock.Today.Year, restricted), arrivals.Count);
        foreach (var arrival in arrivals)
            arrival.Number(clock, place++);
    }

    private static void Add(IshenimDb db, Arrival arrival)
    {
        db.AddRange(arrival.Rows);
        var notice = arrival.Letter.Urgent ? Notice.UrgentLetter : Notice.NewLetter;
        db.AddNotices(arrival.School, arrival.Choice.Readers, notice, arrival.AppearsAt, arrival.Choice.Restricted);
    }
}
