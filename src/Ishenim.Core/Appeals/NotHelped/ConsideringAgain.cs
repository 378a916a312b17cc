using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.NotHelped;

/// <summary>What a reader does when the answer did not help its writer.</summary>
public sealed class ConsideringAgain(AppealDesk desk)
{
    /// <summary>The term begins anew, and whoever shall look at it next gets what this person holds, but for the name.</summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="NothingToConsiderAgain">Its writer said nothing, or somebody was quicker.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the letter.</exception>
    public Task<bool> ConsiderAsync(Actor actor, AppealId id, int version) => desk.WithReadersAsync(actor, id, async held =>
    {
        if (!await held.Db.WaitsToBeConsideredAgainAsync(id, held.Facts, actor.At))
            throw new NothingToConsiderAgain();
        held.Require(version);
        await Reopening.OpenAgainAsync(held, StepKind.ConsideredAgain, "");
        await held.JournalAsync(JournalVerb.ConsideredAgain);
        foreach (var person in await held.Db.GiveToNextAsync(held.Row, held.Sealed, held.Keys))
            await held.JournalAsync(JournalVerb.AccessGranted, person);
    });

    /// <summary>Gives notes, reasons and records to those who have the letter by its writer's word.</summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="DeskNotHeld">This person is one of them.</exception>
    public Task<bool> GiveDeskAsync(Actor actor, AppealId id) => desk.WithReadersAsync(actor, id, async held =>
    {
        held.RequireDesk();
        var waiting = await held.Db.WithoutDeskAsync(held.Row);
        foreach (var person in (await held.Db.RosterAsync()).Where(person => waiting.Contains(person.Id) && !ReaderRule.KeptFrom(person, held.Sealed)))
            if (await held.Db.GiveMissingAsync(held.Row, held.Sealed, held.Keys, person))
                await held.JournalAsync(JournalVerb.AccessGranted, person.Id);
    });
}
