using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>What a writer adds to a letter later.</summary>
public sealed record NewMessage
{
    public required string Text { get; init; }

    /// <summary>What the files were sealed with as they came, before the code was known.</summary>
    public required LetterDraft Draft { get; init; }

    public required IReadOnlyList<StagedFile> Files { get; init; }
}

/// <summary>The writer's side after the letter is sent: read the answers, write again, sign later.</summary>
public sealed class WriterThread(DatabaseGate database, CodeStretching codes, StagedFiles files, IAttachmentStore store, TimeProvider time)
{
    /// <summary>The letter of that code; null where there is none. An unknown code takes as long as a known one.</summary>
    /// <exception cref="StretchQueueFull">Too many codes wait to be checked.</exception>
    /// <exception cref="LetterDestroyed">Its content was destroyed after the term of keeping.</exception>
    /// <exception cref="LetterStillInBox">The code of a printed sheet to whose letter, if it came, nothing is sealed.</exception>
    public async Task<OpenThread?> OpenAsync(School school, ReceiptCode code, CancellationToken cancellation)
    {
        var writer = await codes.DeriveAsync(school, code);
        await using var db = database.Open(school.Id);
        var key = await db.Set<WriterKey>().AsNoTracking().SingleOrDefaultAsync(row => row.Lookup == writer.Lookup, cancellation);
        if (key is null)
        {
            var stub = await db.Set<Slip>().AnyAsync(slip => slip.Lookup == writer.Lookup, cancellation);
            writer.Dispose();
            return stub ? throw new LetterStillInBox() : null;
        }
        var appeal = await db.Set<Appeal>().AsNoTracking().SingleAsync(row => row.Id == key.Appeal, cancellation);
        if (appeal.Epoch == 0)
        {
            writer.Dispose();
            throw new LetterDestroyed();
        }
        var thread = new OpenThread(writer, appeal, await AppealKeys.OpenAsync(db, appeal.Id, appeal.Id.Value, writer.Keys))
        {
            IsRead = await db.Set<ReadMark>().AnyAsync(mark => mark.Appeal == appeal.Id, cancellation),
        };
        thread.Messages = await db.MessagesAsync(thread);
        thread.Steps = await db.StepsAsync(thread);
        thread.NotHelped = await db.NotHelpedAsync(thread);
        thread.MaySayNotHelped = thread.Facts.IsAnswered() && !await db.SaidNotHelpedAsync(thread.Appeal);
        return thread;
    }

    /// <summary>Adds a message with its files, sealed with the newest key; durable when this returns.</summary>
    public async Task AddAsync(School school, OpenThread thread, NewMessage message, CancellationToken cancellation)
    {
        await using var db = database.Open(school.Id);
        IReadOnlyList<StagedFile> copies;
        do
        {
            await RefreshAsync(db, thread);
            copies = await files.CopyAsync(message.Files, message.Draft.FileSeal(school.Id), thread.ReplySeal(school.Id), cancellation);
        }
        while (!await TryCommitAsync(db, school, thread, message.Text, copies));
        await files.ForgetAsync(message.Files);
        try
        {
            thread.Messages = await db.MessagesAsync(thread);
        }
        catch (Exception fault) when (StorageFaults.IsPassing(fault))
        {
            // The message is there; told that it is not, its writer would send it again.
        }
    }

    /// <summary>
    /// Adds who the writer is, sealed to those who read the letter now.
    /// </summary>
    /// <returns>False where somebody signed it already.</returns>
    public async Task<bool> SignAsync(School school, OpenThread thread, Identity identity)
    {
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, () => SignAsync(db, school, thread, identity));
    }

    /// <summary>What writes a file of the thread to a stream; null where the thread has no such file.</summary>
    /// <exception cref="SealBrokenException">The stored file was changed; discard what was written.</exception>
    public async Task<Func<Stream, CancellationToken, Task>?> FileAsync(School school, OpenThread thread, Guid id, CancellationToken cancellation)
    {
        await using var db = database.Open(school.Id);
        var file = await db.Set<Attachment>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Appeal == thread.Appeal, cancellation);
        if (file is null || !thread.Keys.Has(file.Class, file.Epoch))
            return null;
        return async (output, ending) =>
        {
            await using var sealedFile = await store.ReadAsync(school.Id, id, ending);
            await FileEnvelope.OpenAsync(sealedFile, output, thread.Keys[file.Class, file.Epoch], file.FileLabel, ending);
        };
    }

    internal static async Task RefreshAsync(IshenimDb db, OpenThread thread)
    {
        var epoch = await db.Set<Appeal>().AsNoTracking().Where(row => row.Id == thread.Appeal).Select(row => row.Epoch).SingleAsync();
        if (epoch == 0)
            throw new LetterDestroyed();
        if (epoch != thread.Epoch)
            thread.MoveTo(epoch, await AppealKeys.OpenAsync(db, thread.Appeal, thread.Appeal.Value, thread.Pair));
    }

    /// <returns>False where the epoch moved on since the files were sealed: nothing was written.</returns>
    private async Task<bool> TryCommitAsync(IshenimDb db, School school, OpenThread thread, string text, IReadOnlyList<StagedFile> staged)
    {
        try
        {
            return await CommitAsync(db, school, thread, text, staged);
        }
        finally
        {
            // They are kept now, or are copies of what the writer's next try brings again.
            await files.ForgetAsync(staged);
        }
    }

    private Task<bool> CommitAsync(IshenimDb db, School school, OpenThread thread, string text, IReadOnlyList<StagedFile> staged) =>
        database.InTransactionAsync(db, async () =>
        {
            var place = await db.TakePlacesAsync(thread.Appeal, 1);
            var appeal = await db.Set<Appeal>().AsNoTracking().SingleAsync(row => row.Id == thread.Appeal);
            if (appeal.Epoch != thread.Epoch)
                return false;
            var clock = school.Clock(time);
            if (appeal.Facts?.IsOver() == true)
                await db.Set<Appeal>().Where(row => row.Id == appeal.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.WrittenAfterClosing, clock.Today));
            var appearsAt = school.AppearsAt(clock, thread.Facts.Urgent);
            db.Add(thread.Keys.SealText(appeal, KeyClass.Reply, PartKind.Text, AuthorSide.Writer, place, text, clock.Today, appearsAt, author: null));
            for (var i = 0; i < staged.Count; i++)
                db.Add(staged[i].Row(appeal, KeyClass.Reply, AuthorSide.Writer, place, i + 1));
            await files.KeepAsync(school.Id, staged, CancellationToken.None);
            db.AddNotices(school, await db.HoldersAsync(appeal, KeyClass.Reply), Notice.WriterAdded, appearsAt, appeal.Restricted);
            await db.JournalArrivalAsync(clock.Today, JournalVerb.WriterAdded, appeal.Id);
            return true;
        });

    private async Task<bool> SignAsync(IshenimDb db, School school, OpenThread thread, Identity identity)
    {
        // The name is sealed to those who read now: neither they nor their keys may change until it is.
        await db.LockSchoolAsync();
        await db.TakePlacesAsync(thread.Appeal, 0);
        await RefreshAsync(db, thread);
        var appeal = await db.Set<Appeal>().SingleAsync(row => row.Id == thread.Appeal);
        var sealedFacts = thread.Keys.OpenFacts(appeal);
        if ((appeal.Facts ?? sealedFacts.Restricted!).Signed)
            return false;
        var place = await db.TakePlacesAsync(thread.Appeal, 1);
        var clock = school.Clock(time);
        var appearsAt = school.AppearsAt(clock, thread.Facts.Urgent);
        using var made = new AppealKeys();
        made.Make(KeyClass.Identity, appeal.Epoch);
        db.Add(made.SealIdentity(appeal, place, identity, clock.Today, appearsAt));
        await db.GrantToReadersAsync(appeal, made, KeyClass.Identity);
        if (appeal.Facts?.IsOver() == true)
            appeal.WrittenAfterClosing = clock.Today;
        thread.Keys.Sign(appeal, sealedFacts, await db.Set<School>().AsNoTracking().SingleAsync(), clock.Today);
        appeal.Version++;
        db.AddNotices(school, await db.ReaderLinesAsync(appeal), Notice.WriterAdded, appearsAt, appeal.Restricted);
        await db.JournalArrivalAsync(clock.Today, JournalVerb.WriterSigned, appeal.Id);
        return true;
    }
}
