using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>An absence, as typed.</summary>
public sealed record NewStandIn
{
    public required PersonId By { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }
}

/// <summary>
/// A reader names who reads while they are away (X7). Letters that come in that time are sealed to the stand-in as well;
/// older ones only when the reader says so, since only they can open them.
/// </summary>
public sealed class Absences(DatabaseGate database)
{
    public const int MostDays = 366;

    /// <summary>Own absences that are not over, the first first, and those in which this person stands in.</summary>
    public async Task<IReadOnlyList<StandIn>> ListAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        return await db.Set<StandIn>().AsNoTracking()
            .Where(one => (one.For == actor.Person || one.By == actor.Person) && one.To >= actor.Today).OrderBy(one => one.From).ToListAsync();
    }

    /// <summary>Who could stand in for this person.</summary>
    public async Task<IReadOnlyList<PersonId>> EligibleAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        return [.. (await db.RosterAsync()).Where(line => line.Id != actor.Person && line.CanStandIn()).Select(line => line.Id)];
    }

    /// <exception cref="StandInForOneself">It is this person.</exception>
    /// <exception cref="AbsenceDaysNotPossible">It begins before today, ends before it begins, or is too long.</exception>
    /// <exception cref="AbsenceOverlaps">Another of theirs has some of these days.</exception>
    /// <exception cref="StandInMayNotRead">They could not open letters.</exception>
    public async Task NameAsync(Actor actor, NewStandIn input)
    {
        if (input.By == actor.Person)
            throw new StandInForOneself();
        var latest = input.From.AddDays(MostDays);
        if (input.From < actor.Today || input.To < input.From || input.To > latest)
            throw new AbsenceDaysNotPossible(latest);
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<StandIn>().AsNoTracking().FirstOrDefaultAsync(one => one.For == actor.Person && one.From <= input.To && input.From <= one.To) is { } other)
                throw new AbsenceOverlaps(other);
            if (!(await db.RosterAsync()).Any(line => line.Id == input.By && line.CanStandIn()))
                throw new StandInMayNotRead();
            db.Add(new StandIn { School = db.School, Id = Guid.NewGuid(), For = actor.Person, By = input.By, From = input.From, To = input.To });
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.StandInNamed, Person: input.By, Detail: $"{input.From:yyyy-MM-dd}–{input.To:yyyy-MM-dd}"));
        });
    }
}
