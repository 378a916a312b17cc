using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>A letter that is none, as typed.</summary>
public sealed record NewCancelling
{
    public required CancelGround Ground { get; init; }

    public required string Reason { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>Ends the consideration of a letter: answered and closed, or cancelled. Its number stays either way.</summary>
public sealed class Ending(AppealDesk desk)
{
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="AppealNotAnswered">An answer comes first.</exception>
    /// <exception cref="ClosingNeedsGround">Left without consideration, and no ground is named.</exception>
    /// <exception cref="NamelessAreConsidered">The ground is that nobody signed it, and that is none here.</exception>
    /// <exception cref="ClosingNeedsJoined">Joined to another, and no letter that this person reads carries the matter.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed it, or the writer added what this person has not read.</exception>
    public Task<bool> CloseAsync(Actor actor, AppealId id, NewClosing closing) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(closing.Version);
        if (held.Facts.State != AppealState.Answered)
            throw new AppealNotAnswered();
        await RequireGroundAsync(held, closing.Record);
        if (closing.Record.Outcome == Outcome.JoinedToAnother && !(await held.JoinedAsync()).Any(other => other.Carries))
            throw new ClosingNeedsJoined();
        await held.RequireHelpedAsync();
        await held.AddClosingAsync(closing.Record);
        await held.AddEndAsync(closing.Record);
        await EndAsync(held, held.Facts with { State = AppealState.Closed, ClosedOn = actor.Today, Outcome = closing.Record.Outcome }, JournalVerb.LetterClosed);
    });

    /// <summary>A test, an empty one, the same once more. Its writer is told why.</summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody changed it, or the writer added what this person has not read.</exception>
    public Task<bool> CancelAsync(Actor actor, AppealId id, NewCancelling cancelling) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(cancelling.Version);
        await held.RequireHelpedAsync();
        await held.AddStepAsync(new Step { Kind = StepKind.Cancelled, Reason = cancelling.Reason, Ground = cancelling.Ground });
        await EndAsync(held, held.Facts with { State = AppealState.Cancelled, ClosedOn = actor.Today }, JournalVerb.LetterCancelled);
    });

    private static async Task RequireGroundAsync(HeldAppeal held, ClosingRecord record)
    {
        if (record.Outcome != Outcome.WithoutConsideration)
            return;
        if (record.Without is null)
            throw new ClosingNeedsGround();
        if (record.Without == LawGround.NoName && !(await held.Db.Set<School>().AsNoTracking().SingleAsync()).MayLeaveNameless(held.Facts))
            throw new NamelessAreConsidered();
    }

    private static async Task EndAsync(HeldAppeal held, AppealFacts ended, string verb)
    {
        if (await HasUnreadAsync(held))
            throw new ChangedMeanwhile();
        // What waits for its hour was written before, and is read after.
        if (await held.Db.Set<Part>().AnyAsync(part => part.Appeal == held.Row.Id && part.Side == AuthorSide.Writer && part.AppearsAt > held.Actor.At))
            held.Row.WrittenAfterClosing = held.Actor.Today;
        await held.EndAllAssignmentsAsync();
        await held.Db.EndRequestsAsync(held.Row.Id);
        var former = held.Facts.Number;
        held.Change(held.Row.Restricted ? await JoinRegisterAsync(held, ended) : ended);
        await held.JournalAsync(verb, detail: held.Facts.Number == former ? null : $"{former} = {held.Facts.Number}");
    }

    private static async Task<bool> HasUnreadAsync(HeldAppeal held)
    {
        var (row, actor) = (held.Row.Id, held.Actor);
        var read = await held.Db.Set<ReadMark>().Where(mark => mark.Appeal == row && mark.Person == actor.Person).Select(mark => mark.Sequence).SingleOrDefaultAsync();
        return await held.Db.Set<Part>().AnyAsync(part =>
            part.Appeal == row && part.Side == AuthorSide.Writer && part.AppearsAt <= actor.At && part.Sequence > read);
    }

    /// <summary>
    /// An ended letter is no longer restricted: it gets a number of the common register, in the year of its end,
    /// unless it had one before it became restricted. Its former facts stay sealed, with the number that they bear.
    /// </summary>
    private static async Task<AppealFacts> JoinRegisterAsync(HeldAppeal held, AppealFacts ended)
    {
        var row = held.Row;
        row.Restricted = false;
        if (row.RegisterPlace is not null)
            return ended;
        var year = held.Actor.Today.Year;
        var number = RegisterNumber.Common(year, await held.Db.NextNumberAsync(RegisterNumber.SeriesOf(year, restricted: false)));
        row.RegisterPlace = number.RegisterPlace;
        return ended with { Number = number.ToString() };
    }
}
