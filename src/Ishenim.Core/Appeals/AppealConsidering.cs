using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>What the desk says a letter is: the child need not know.</summary>
public sealed record Classification
{
    public required Kind Kind { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>Takes letters up, says what they are, and closes them. Each returns false where there is no such letter for the person.</summary>
public sealed class AppealConsidering(AppealDesk desk)
{
    /// <exception cref="ChangedMeanwhile">Somebody else was quicker.</exception>
    public Task<bool> TakeUpAsync(Actor actor, AppealId id, int version) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(version);
        if (held.Facts.State != AppealState.Registered)
            throw new ChangedMeanwhile();
        held.Change(held.Facts with { State = AppealState.UnderConsideration });
        await held.JournalAsync(JournalVerb.LetterTakenUp);
    });

    /// <exception cref="ChangedMeanwhile">Somebody else changed it.</exception>
    public Task<bool> ClassifyAsync(Actor actor, AppealId id, Classification classification) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(classification.Version);
        held.Change(held.Facts with { Kind = classification.Kind, Subject = classification.Subject });
        // What it was set to stands with the letter: a line about a restricted one must not tell it.
        await held.JournalAsync(JournalVerb.LetterClassified);
    });

    /// <exception cref="AppealNotAnswered">An answer comes first.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed it, or the writer added what this person has not read.</exception>
    public Task<bool> CloseAsync(Actor actor, AppealId id, int version) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(version);
        if (held.Facts.State != AppealState.Answered)
            throw new AppealNotAnswered();
        if (await HasUnreadAsync(held))
            throw new ChangedMeanwhile();
        // What waits for its hour was written before, and is read after.
        if (await held.Db.Set<Part>().AnyAsync(part => part.Appeal == held.Row.Id && part.Side == AuthorSide.Writer && part.AppearsAt > actor.At))
            held.Row.WrittenAfterClosing = actor.Today;
        var former = held.Facts.Number;
        var closed = held.Facts with { State = AppealState.Closed, ClosedOn = actor.Today };
        held.Change(held.Row.Restricted ? await JoinRegisterAsync(held, closed) : closed);
        await held.JournalAsync(JournalVerb.LetterClosed, detail: held.Facts.Number == former ? null : $"{former} = {held.Facts.Number}");
    });

    private static async Task<bool> HasUnreadAsync(HeldAppeal held)
    {
        var (row, actor) = (held.Row.Id, held.Actor);
        var read = await held.Db.Set<ReadMark>().Where(mark => mark.Appeal == row && mark.Person == actor.Person).Select(mark => mark.Sequence).SingleOrDefaultAsync();
        return await held.Db.Set<Part>().AnyAsync(part =>
            part.Appeal == row && part.Side == AuthorSide.Writer && part.AppearsAt <= actor.At && part.Sequence > read);
    }

    /// <summary>
    /// A closed letter is no longer restricted: it gets a number of the common register, in the year of its closing,
    /// unless it had one before it became restricted. Its former facts stay sealed, with the number that they bear.
    /// </summary>
    private static async Task<AppealFacts> JoinRegisterAsync(HeldAppeal held, AppealFacts closed)
    {
        var row = held.Row;
        row.Restricted = false;
        if (row.RegisterPlace is not null)
            return closed;
        var year = held.Actor.Today.Year;
        var number = RegisterNumber.Common(year, await held.Db.NextNumberAsync(RegisterNumber.SeriesOf(year, restricted: false)));
        row.RegisterPlace = number.RegisterPlace;
        return closed with { Number = number.ToString() };
    }
}
