using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>An official reply, checked by the page.</summary>
public sealed record NewAnswer
{
    public required string Text { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>Drafts, replies and internal notes. Each returns false where there is no such letter for the person.</summary>
public sealed class AppealAnswering(AppealDesk desk)
{
    public const int TextLength = SchoolSettings.MostTextCharacters;

    /// <summary>Keeps an unsent answer, one for each person and letter; an empty one is forgotten.</summary>
    /// <param name="actor">Whose draft.</param>
    /// <param name="id">The letter.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="version">The draft's version as it was shown, 0 for none; null: whatever it is now.</param>
    /// <exception cref="ChangedMeanwhile">Another window saved it.</exception>
    public Task<bool> SaveDraftAsync(Actor actor, AppealId id, string text, int? version) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        var draft = await DraftAsync(held);
        if (version is { } shown && shown != (draft?.Version ?? 0))
            throw new ChangedMeanwhile();
        if (draft is not null && (draft.Epoch != held.Row.Epoch || text.Length == 0))
            held.Db.Remove(draft);
        if (text.Length == 0)
            return;
        if (draft is null || draft.Epoch != held.Row.Epoch)
            (await held.AddAsync(KeyClass.Desk, PartKind.Draft, text)).Version = (draft?.Version ?? 0) + 1;
        else
            Replace(held, draft, text);
    });

    /// <exception cref="AppealIsClosed">It would have to be reopened.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the letter: look before sending.</exception>
    public Task<bool> AnswerAsync(Actor actor, AppealId id, NewAnswer answer) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(answer.Version);
        await held.RequireHelpedAsync();
        await held.AddAsync(KeyClass.Reply, PartKind.Text, answer.Text);
        if (held.Facts.State != AppealState.Answered)
            await held.AddDayAsync(StepKind.Answered);
        held.Change(held.Facts with { State = AppealState.Answered, AnsweredOn = held.Facts.AnsweredOn ?? actor.Today });
        await ForgetDraftAsync(held);
        await held.TellWriterAsync(Notice.Answered);
        await held.JournalAsync(JournalVerb.LetterAnswered);
    });

    /// <summary>The writer never sees it.</summary>
    public Task<bool> AddNoteAsync(Actor actor, AppealId id, string text) => desk.WithHolderAsync(actor, id, async held =>
    {
        await held.AddAsync(KeyClass.Desk, PartKind.Note, text);
        await held.JournalAsync(JournalVerb.NoteAdded);
    });

    /// <summary>What was begun has been sent.</summary>
    internal static async Task ForgetDraftAsync(HeldAppeal held)
    {
        if (await DraftAsync(held) is { } draft)
            held.Db.Remove(draft);
    }

    private static Task<Part?> DraftAsync(HeldAppeal held) => held.Db.Set<Part>().SingleOrDefaultAsync(
        part => part.Appeal == held.Row.Id && part.Kind == PartKind.Draft && part.Author == held.Actor.Person);

    private static void Replace(HeldAppeal held, Part draft, string text)
    {
        draft.Sealed = TextEnvelope.SealText(text, held.Keys[draft.Class, draft.Epoch], draft.Label);
        draft.Version++;
    }
}
