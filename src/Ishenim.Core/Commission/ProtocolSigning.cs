using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>What became of a signature.</summary>
public enum Signed
{
    /// <summary>The other signature is missing.</summary>
    WaitsForOther = 1,

    /// <summary>The draft was changed since the other signed: theirs is void, and they sign again.</summary>
    OtherSignsAgain = 2,

    /// <summary>Both signed the same words: the protocol is frozen.</summary>
    Frozen = 3,
}

/// <summary>Chair and secretary of a meeting sign its protocol, each with passphrase and second factor; with the second signature it is frozen.</summary>
public sealed class ProtocolSigning(DatabaseGate database, AccountChanges proofs)
{
    /// <param name="actor">Who signs.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="draft"><see cref="ReadProtocol.Draft"/> of what they read: they sign no other words.</param>
    /// <param name="proof">Passphrase and a fresh code.</param>
    /// <exception cref="MeetingNotEnded">It is not over, or signed.</exception>
    /// <exception cref="SignerWasAbsent">This person took no part in the meeting.</exception>
    /// <exception cref="SignerIsNeither">They took part, and led it not, nor wrote.</exception>
    /// <exception cref="NotesOpen">A proposed correction is not answered.</exception>
    /// <exception cref="DraftChanged">It was changed since they read it.</exception>
    /// <exception cref="ProofWrong">Passphrase or code is wrong.</exception>
    public async Task<Signed> SignAsync(Actor actor, MeetingId id, string draft, Proof proof)
    {
        // Who may not sign is told so before the code is used up.
        await using (var look = database.Open(actor.School))
            await database.InTransactionAsync(look, async () => await RequireAsync(look, actor, await look.DraftedAsync(id)));
        await proofs.ProveAsync(actor, proof);
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, () => SignAsync(db, actor, id, draft));
    }

    private static async Task<Signed> SignAsync(IshenimDb db, Actor actor, MeetingId id, string draft)
    {
        var meeting = await db.DraftedAsync(id);
        await RequireAsync(db, actor, meeting);
        var now = ProtocolWriting.HashOf(await db.ProtocolAsync(meeting));
        if (now != draft)
            throw new DraftChanged();
        var other = (actor.Person == meeting.Chair ? meeting.SecretarySignedOn : meeting.ChairSignedOn) is not null;
        var same = meeting.SignedDraft is null || meeting.SignedDraft == now;
        Mark(meeting, actor, keepsOther: same);
        (meeting.SignedDraft, meeting.Version) = (now, meeting.Version + 1);
        if (!other || !same)
        {
            await db.SaveChangesAsync();
            await db.JournalProtocolAsync(actor, JournalVerb.ProtocolSigned, meeting);
            return other ? Signed.OtherSignsAgain : Signed.WaitsForOther;
        }
        await FreezeAsync(db, actor, meeting);
        return Signed.Frozen;
    }

    private static void Mark(Meeting meeting, Actor actor, bool keepsOther)
    {
        if (!keepsOther)
            (meeting.ChairSignedOn, meeting.SecretarySignedOn) = (null, null);
        if (actor.Person == meeting.Chair)
            meeting.ChairSignedOn = actor.Today;
        if (actor.Person == meeting.Secretary)
            meeting.SecretarySignedOn = actor.Today;
    }

    private static async Task FreezeAsync(IshenimDb db, Actor actor, Meeting meeting)
    {
        meeting.State = MeetingState.Signed;
        await db.SaveChangesAsync();
        var form = await db.ProtocolAsync(meeting, FrozenMinutes.NewSalt());
        await db.JournalProtocolAsync(actor, JournalVerb.ProtocolSigned, meeting);
        await db.FreezeAsync(actor, new FormPlace(FormKind.Protocol, meeting.Year, meeting.Number!.Value), meeting.Id.Value, form);
    }

    private static async Task RequireAsync(IshenimDb db, Actor actor, Meeting meeting)
    {
        if (!meeting.Attendances.Any(one => one.Person == actor.Person && one.TookPart))
            throw new SignerWasAbsent();
        if (actor.Person != meeting.Chair && actor.Person != meeting.Secretary)
            throw new SignerIsNeither();
        if (await db.Set<ProtocolNote>().CountAsync(note => note.Meeting == meeting.Id && note.State == NoteState.Proposed) is > 0 and var open)
            throw new NotesOpen(open);
    }
}
