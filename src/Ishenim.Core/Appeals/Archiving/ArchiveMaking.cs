using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Archiving;

/// <summary>
/// Hands the letters of a year over to the archive: those whose consideration ended, and of them what the person may read.
/// The handover, each letter, each file and each name is a line of the journal; the reason is sealed with each letter.
/// </summary>
public sealed class ArchiveMaking(DatabaseGate database, AccountChanges proofs, AppealDesk desk, AppealReading reading)
{
    /// <summary>How many letters of the year this person could hand over.</summary>
    public async Task<int> CountAsync(Actor actor, int year)
    {
        await using var db = database.Open(actor.School);
        return await Ended(db, actor, year).CountAsync();
    }

    /// <summary>Writes the handover into the journal and says which letters it has.</summary>
    /// <exception cref="ProofWrong">Passphrase or code is wrong.</exception>
    public async Task<ArchiveWork> BeginAsync(Actor actor, ArchiveOrder order, Proof proof)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order.Reason.Length, ArchiveOrder.LeastReason, nameof(order));
        await proofs.ProveAsync(actor, proof);
        await using var db = database.Open(actor.School);
        var letters = await Ended(db, actor, order.Year).OrderBy(appeal => appeal.RegisterPlace).Select(appeal => appeal.Id).ToListAsync();
        var reason = Reason.New(order.Reason);
        var detail = $"archive:{order.Year:D4} letters={letters.Count}{(order.Names ? " names" : "")} {reason.Commitment}";
        await database.InTransactionAsync(db, () => db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.ArchiveMade, Detail: detail)));
        return new ArchiveWork(order, letters, reason);
    }

    /// <summary>Opens one of the letters. Handwriting tells who wrote: scans go along only where names do.</summary>
    /// <returns>Null: it was taken from this person, or reopened, since the handover began; or it is broken.</returns>
    public Task<ArchivedLetter?> TakeAsync(Actor actor, ArchiveWork work, AppealId id) => Unbroken.OrAsync(null, () => OpenAsync(actor, work, id));

    private async Task<ArchivedLetter?> OpenAsync(Actor actor, ArchiveWork work, AppealId id)
    {
        IReadOnlyList<Identity>? names = null;
        IReadOnlyList<Guid> leftOut = [];
        await desk.WithAsync(actor, id, async held =>
        {
            if (!held.Facts.IsOver())
                return;
            names = work.Order.Names ? await held.IdentitiesAsync() : [];
            leftOut = work.Order.Names ? [] : await held.Db.Set<Attachment>().Where(file => file.Appeal == id && file.Class == KeyClass.Original).Select(file => file.Id).ToListAsync();
            await held.AddAsync(KeyClass.Desk, PartKind.Reason, work.Reason.ToString());
            await held.JournalAsync(JournalVerb.LetterArchived, detail: work.Reason.Commitment);
            if (names.Count > 0)
                await held.JournalAsync(JournalVerb.IdentityShown, detail: work.Reason.Commitment);
        });
        return names is not null && await reading.ArchiveAsync(actor, id) is { } letter ? new ArchivedLetter(Without(letter, leftOut), names) : null;
    }

    private static OpenLetter Without(OpenLetter letter, IReadOnlyList<Guid> files) => letter with
    {
        Parts = [.. letter.Parts.Select(part => part with { Files = [.. part.Files.Where(file => !files.Contains(file.Id))] })],
    };

    private static IQueryable<Appeal> Ended(IshenimDb db, Actor actor, int year)
    {
        var (first, next, me) = (RegisterNumber.Common(year, 1).RegisterPlace, RegisterNumber.Common(year + 1, 1).RegisterPlace, actor.Person.Value);
        var readers = db.ReaderGrants();
        return RegisterQueries.Ended(db.Set<Appeal>().AsNoTracking()).Where(appeal => appeal.RegisterPlace >= first && appeal.RegisterPlace < next && !appeal.Restricted && appeal.Epoch > 0
            && readers.Any(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Desk && grant.Epoch == appeal.Epoch && grant.Recipient == me));
    }
}
