using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>A hold, as typed.</summary>
public sealed record NewHold
{
    public const int GroundLength = 200;
    public const int ReasonLength = 1000;

    public required HoldKind Kind { get; init; }

    /// <summary>The paper it rests on: who asked, number and day.</summary>
    public required string Ground { get; init; }

    public required string Reason { get; init; }
}

/// <summary>A letter's number and holds, without a word of it.</summary>
public sealed record LetterHolds(string Number, IReadOnlyList<Hold> Holds);

/// <summary>Holds a letter beyond its term for an inquiry or a court, and lets it go again. Each is done by a reader of the letter.</summary>
public sealed class Holding(AppealDesk desk)
{
    /// <returns>Null: no such letter for this person.</returns>
    public async Task<LetterHolds?> OfAsync(Actor actor, AppealId id)
    {
        LetterHolds? holds = null;
        await desk.WithAsync(actor, id, async held => holds = new LetterHolds(held.Facts.Number, await held.Db.Set<Hold>().AsNoTracking()
            .Where(hold => hold.Appeal == id).OrderBy(hold => hold.SetOn).ToListAsync()));
        return holds;
    }

    /// <returns>False: no such letter for this person.</returns>
    public Task<bool> SetAsync(Actor actor, AppealId id, NewHold input) => desk.WithAsync(actor, id, async held =>
    {
        held.Db.Add(new Hold { School = held.Row.School, Id = Guid.NewGuid(), Appeal = id, Kind = input.Kind, SetOn = actor.Today, SetBy = actor.Person });
        await JournalAsync(held, JournalVerb.LetterHeld, $"{input.Ground}\n{input.Reason}");
    });

    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="HoldIsLifted">Somebody else was quicker.</exception>
    public Task<bool> LiftAsync(Actor actor, AppealId id, Guid hold, string reason) => desk.WithAsync(actor, id, async held =>
    {
        var row = await held.Db.Set<Hold>().SingleOrDefaultAsync(one => one.Id == hold && one.Appeal == id && one.LiftedOn == null) ?? throw new HoldIsLifted();
        (row.LiftedOn, row.LiftedBy) = (actor.Today, actor.Person);
        await JournalAsync(held, JournalVerb.HoldLifted, reason);
    });

    /// <summary>The words are sealed with the letter; its history shows them to its readers.</summary>
    private static async Task JournalAsync(HeldAppeal held, string verb, string words)
    {
        var reason = Reason.New(words);
        await held.AddAsync(KeyClass.Desk, PartKind.Reason, reason.ToString());
        await held.JournalAsync(verb, detail: reason.Commitment);
    }
}
