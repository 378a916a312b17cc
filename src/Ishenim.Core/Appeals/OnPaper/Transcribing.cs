using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
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
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="TranscriptIsThere">Somebody typed it already.</exception>
    public Task<bool> WriteAsync(Actor actor, AppealId id, string text) => desk.WithAsync(actor, id, async held =>
    {
        var part = await held.Db.Set<Part>().SingleAsync(one => one.Appeal == id && one.Sequence == 1);
        if (held.Keys.OpenText(part).Length > 0)
            throw new TranscriptIsThere();
        part.Sealed = TextEnvelope.SealText(text, held.Keys[part.Class, part.Epoch], part.Label);
        part.Version++;
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

    private static async Task<RosterLine?> EligibleAsync(HeldAppeal held, PersonId to)
    {
        var id = held.Row.Id;
        var sees = await held.Db.Set<Grant>().AnyAsync(grant => grant.Appeal == id && grant.Recipient == to.Value && grant.Class == KeyClass.Original);
        return sees || !(await held.Db.ReadersOfAsync(held.Row)).Contains(to)
            ? null
            : (await held.Db.RosterAsync()).FirstOrDefault(person => person.Id == to && person.PublicKey is not null);
    }
}
