using System.Collections.Concurrent;
using Ishenim.Core.Attachments;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

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

    /// <summary>Of each school's last letters; whether it still holds is seen under the lock.</summary>
    private readonly ConcurrentDictionary<SchoolId, IReadOnlyList<RosterLine>> _rosters = [];

    /// <summary>The receipt is returned only after the letter is durably there; a failure leaves nothing of it but kept files that the daily sweep takes.</summary>
    /// <exception cref="SchoolNotOpen">The school has not opened yet.</exception>
    /// <exception cref="NobodyMayRead">The letter is about everybody who could read it.</exception>
    /// <exception cref="LetterAlreadyArrived">A letter of this draft is there already.</exception>
    /// <exception cref="StretchQueueFull">No code is ready, and too many wait for one.</exception>
    public async Task<Receipt> AcceptAsync(School school, NewLetter letter, CancellationToken cancellation)
    {
        if (school.OpenedOn is null)
            throw new SchoolNotOpen();
        var receipt = await receipts.TakeAsync(school);
        using var arrival = new Arrival(school, letter) { Writer = WriterAccess.ByCode(receipt) };
        arrival.SealAhead(_rosters.GetValueOrDefault(school.Id));
        await files.KeepAsync(school.Id, letter.Files, cancellation);
        await _arriving.GetOrAdd(school.Id, id => new SharedCommit<Arrival>(arrivals => CommitAsync(id, arrivals), () => receipts.IsMaking)).AddAsync(arrival);
        if (arrival.Refused is { } refusal)
            throw refusal;
        await files.ForgetAsync(letter.Files);
        return new Receipt(receipt.Code, arrival.Facts.DueOn);
    }

    private async Task CommitAsync(SchoolId school, IReadOnlyList<Arrival> arrivals)
    {
        await using var db = database.Open(school);
        var roster = await database.InTransactionAsync(db, () => db.RegisterAsync(arrivals, time));
        // Addresses are not needed, and so not kept.
        _rosters[school] = [.. roster.Select(person => person with { Email = null })];
    }
}
