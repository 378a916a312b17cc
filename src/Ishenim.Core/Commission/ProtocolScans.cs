using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>A scan, opened.</summary>
public sealed record OpenScan(DateOnly AddedOn, string Type, byte[] Content);

/// <summary>Scans of signed protocols: kept sealed with the letters of which the paper says something.</summary>
public sealed class ProtocolScans(DatabaseGate database)
{
    /// <summary>Keeps the scan of the protocol with its signatures on paper; those before it stay.</summary>
    /// <exception cref="ProtocolNotSigned">It is a draft.</exception>
    /// <exception cref="OnlyChairOrSecretaryAnswers">Somebody else.</exception>
    /// <exception cref="ScanOfOthersLetters">It says something of a letter that this person does not hold.</exception>
    public async Task AttachAsync(Actor actor, MeetingId id, NewBoxFile scan)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var meeting = await db.Set<Meeting>().SingleOrDefaultAsync(one => one.Id == id && one.State == MeetingState.Signed) ?? throw new ProtocolNotSigned();
            if (!actor.KeepsProtocol(meeting))
                throw new OnlyChairOrSecretaryAnswers();
            var file = Guid.NewGuid();
            var (content, seals) = await SealAsync(db, actor, id, file, scan.Content);
            db.Add(new MeetingFile
            {
                School = db.School, Id = file, Meeting = id, AddedOn = actor.Today, AddedBy = actor.Person, Type = scan.Type, Content = content, Seals = seals,
            });
            await db.SaveChangesAsync();
            await db.JournalProtocolAsync(actor, JournalVerb.ProtocolScanned, meeting);
        });
    }

    /// <summary>Null: there is none, or it says something of a letter that this person does not hold, or that was destroyed.</summary>
    public async Task<OpenScan?> OpenAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        if (await db.Set<MeetingFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is not { } file)
            return null;
        var content = file.Content;
        foreach (var seal in file.Seals.Reverse())
        {
            using var keys = await AppealKeys.OpenAsync(db, seal.Appeal, actor.Person.Value, actor.Keys);
            if (!keys.Has(KeyClass.Commission, seal.Epoch))
                return null;
            content = TextEnvelope.Open(content, keys[KeyClass.Commission, seal.Epoch], Label(db, seal, id));
        }
        await TellAsync(actor, file);
        return new OpenScan(file.AddedOn, file.Type, content);
    }

    private static async Task<(byte[] Content, IReadOnlyList<ScanSeal> Seals)> SealAsync(IshenimDb db, Actor actor, MeetingId meeting, Guid file, byte[] content)
    {
        var letters = await db.LettersOf(meeting).AsNoTracking().Where(item => !item.Restricted && item.Minutes != null).Select(item => item.Appeal!.Value).Distinct().ToListAsync();
        var seals = new List<ScanSeal>();
        foreach (var letter in letters)
        {
            using var keys = await AppealKeys.OpenAsync(db, letter, actor.Person.Value, actor.Keys);
            var epochs = keys.Held.Where(held => held.Class == KeyClass.Commission).Select(held => held.Epoch).ToList();
            if (epochs.Count == 0)
                throw new ScanOfOthersLetters();
            var seal = new ScanSeal(letter, epochs.Max());
            content = TextEnvelope.Seal(content, keys[KeyClass.Commission, seal.Epoch], Label(db, seal, file));
            seals.Add(seal);
        }
        return (content, seals);
    }

    /// <summary>As of minutes that are read: each letter's readers see who opened the scan.</summary>
    private async Task TellAsync(Actor actor, MeetingFile file)
    {
        if (file.Seals.Count == 0)
            return;
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            foreach (var seal in file.Seals)
                await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.MinutesRead, seal.Appeal, Detail: $"meeting:{file.Meeting.Value:N}"));
        });
    }

    private static PartLabel Label(IshenimDb db, ScanSeal seal, Guid file) =>
        new(db.School.Value, seal.Appeal.Value, file, KeyClass.Commission, seal.Epoch, PartKind.ProtocolScan, AuthorSide.School, 0);
}
