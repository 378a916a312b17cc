using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Redacting;

/// <summary>
/// Makes the redacted copy of a letter: its text with the names blacked out, sealed with a key of its own, for executors
/// and the commission instead of the letter (docs/adr/0025).
/// </summary>
public sealed class LetterRedacting(AppealDesk desk)
{
    /// <summary>The letter's text to choose words of it; it is a reading as any other.</summary>
    /// <returns>Null: no such letter for this reader.</returns>
    public async Task<RedactableLetter?> OpenAsync(Actor actor, AppealId id)
    {
        RedactableLetter? letter = null;
        await desk.WithAsync(actor, id, async held =>
        {
            var (words, copy) = (await WordsAsync(held), await held.RedactedCopyAsync());
            letter = new RedactableLetter
            {
                Facts = held.Facts, Version = held.Row.Version, Text = words, Copy = copy,
                Marked = copy is null ? Suggesting.Of(words) : Blackening.Find(words, copy.Value),
                Files = await held.Db.Set<Attachment>().CountAsync(file => file.Appeal == id && file.Message == 1),
            };
            await held.JournalAsync(JournalVerb.LetterRead);
        });
        return letter;
    }

    /// <summary>Makes the copy anew; who holds the old one sees this one instead.</summary>
    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="AppealIsClosed">There is nobody to give it to.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed the letter.</exception>
    /// <exception cref="DeskNotHeld">This person has the letter by its writer's word.</exception>
    /// <exception cref="NothingBlackedOut">The copy would be the letter.</exception>
    public Task<bool> RedactAsync(Actor actor, AppealId id, NewRedaction redaction) => desk.WithReadersAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(redaction.Version);
        held.RequireDesk();
        var words = await WordsAsync(held);
        if (!redaction.Blackened.Any(place => place >= 0 && place < words.Words.Count))
            throw new NothingBlackedOut();
        await held.ForgetCopyAsync();
        await held.GiveCopyKeyAsync();
        await held.AddAsync(KeyClass.Redacted, PartKind.Redacted, Blackening.Apply(words, redaction.Blackened));
        held.Row.Version++;
        await held.JournalAsync(JournalVerb.LetterRedacted);
    });

    /// <summary>What the writer wrote first.</summary>
    private static async Task<LetterWords> WordsAsync(HeldAppeal held)
    {
        var id = held.Row.Id;
        return LetterWords.Of(held.Keys.OpenText(await held.Db.Set<Part>().AsNoTracking().SingleAsync(part => part.Appeal == id && part.Sequence == 1)));
    }
}
