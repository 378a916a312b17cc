using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.OnPaper;

/// <summary>The letter's words were typed already: they are not changed any more.</summary>
public sealed class TranscriptIsThere : Refusal;

/// <summary>Only who keeps the scans can let another see them.</summary>
public sealed class OriginalNotHeld : Refusal;

/// <summary>Types in what a letter on paper says, and lets another reader see its scans.</summary>
public sealed class Transcribing(AppealDesk desk)
{
    /// <summary>Any reader may: of a closed envelope it is whoever the rule names who opens it.</summary>
    /// <param name="actor">Who types.</param>
    /// <param name="id">The letter.</param>
    /// <param name="text">What it says.</param>
    /// <param name="slip">The number of the coded sheet that was in the envelope; null: none was, or it was typed before.</param>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="TranscriptIsThere">Somebody typed it already.</exception>
    /// <exception cref="WriterHasCode">Another code has the letter already.</exception>
    /// <exception cref="SlipUnknown">No sheet has that number.</exception>
    /// <exception cref="SlipUsed">A letter has it already.</exception>
    /// <exception cref="SlipIsVoid">It was declared void.</exception>
    public Task<bool> WriteAsync(Actor actor, AppealId id, string text, SlipNumber? slip = null) => desk.WithAsync(actor, id, async held =>
    {
        var part = await held.Db.Set<Part>().SingleAsync(one => one.Appeal == id && one.Sequence == 1);
        if (held.Keys.OpenText(part).Length > 0)
            throw new TranscriptIsThere();
        part.Sealed = TextEnvelope.SealText(text, held.Keys[part.Class, part.Epoch], part.Label);
        part.Version++;
        if (slip is not null)
            await TieAsync(held, slip);
        await held.JournalAsync(JournalVerb.LetterTranscribed);
    });

    /// <summary>
    /// Lets another reader of the letter see its scans, for a reason that is sealed and to which the journal commits: who
    /// knows the handwriting then knows the writer.
    /// </summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="OriginalNotHeld">This person does not keep them.</exception>
    /// <exception cref="ReaderNotEligible">The other does not read the letter, or sees them already.</exception>
    public Task<bool> ShowOriginalAsync(Actor actor, AppealId id, PersonId to, string reason) => desk.WithReadersAsync(actor, id, async held =>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reason.Trim().Length, AppealIdentity.LeastReason, nameof(reason));
        if (held.Keys.Held.All(one => one.Class != KeyClass.Original))
            throw new OriginalNotHeld();
        var person = await EligibleAsync(held, to) ?? throw new ReaderNotEligible();
        held.Db.Grant(held.Row, held.Sealed, held.Keys, person, [KeyClass.Original]);
        var given = Reason.New(reason.Trim());
        await held.AddAsync(KeyClass.Desk, PartKind.Reason, given.ToString());
        await held.JournalAsync(JournalVerb.OriginalGranted, to, given.Commitment);
    });

    /// <summary>As where a letter is registered with its sheet: nothing is sealed to the code of who is kept from it.</summary>
    private static async Task TieAsync(HeldAppeal held, SlipNumber slip)
    {
        var id = held.Row.Id;
        if (await held.Db.Set<WriterKey>().AnyAsync(key => key.Appeal == id))
            throw new WriterHasCode();
        var writer = await held.Db.TakeSlipAsync(slip);
        if (writer.PrintedBy is { } printer && held.Sealed.Excluded.Contains(printer))
            return;
        held.Db.Add(new WriterKey { School = held.Row.School, Appeal = id, Lookup = writer.Lookup, PublicKey = writer.PublicKey, Printer = writer.PrintedBy });
        held.Db.AddRange(held.Keys.GrantTo(held.Row.School, id, id.Value, writer.PublicKey, writer.Classes));
    }

    private static async Task<RosterLine?> EligibleAsync(HeldAppeal held, PersonId to)
    {
        var id = held.Row.Id;
        var sees = await held.Db.Set<Grant>().AnyAsync(grant => grant.Appeal == id && grant.Recipient == to.Value && grant.Class == KeyClass.Original);
        return sees || !(await held.Db.ReadersOfAsync(held.Row)).Contains(to)
            ? null
            : (await held.Db.RosterAsync()).FirstOrDefault(person => person.Id == to && person.PublicKey is not null);
    }
}
