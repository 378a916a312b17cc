using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

internal static class StandInRows
{
    public static async Task<IReadOnlyList<StandIn>> StandInsOnAsync(this IshenimDb db, DateOnly day) =>
        await db.Set<StandIn>().AsNoTracking().Where(one => one.From <= day && day <= one.To).ToListAsync();

    /// <summary>
    /// Who reads besides, since readers are away; whoever stands in for a stand-in, too. Never one who is kept from the
    /// letter, nor one who reads it anyhow.
    /// </summary>
    /// <param name="standIns">Of the day.</param>
    /// <param name="roster">Everybody at the school.</param>
    /// <param name="choice">Whom the rule chose.</param>
    public static IReadOnlyList<(StandIn By, RosterLine Person)> Besides(
        this IReadOnlyList<StandIn> standIns, IReadOnlyList<RosterLine> roster, ReaderChoice choice)
    {
        var found = new List<(StandIn By, RosterLine Person)>();
        var away = new Queue<PersonId>(choice.Readers.Select(reader => reader.Id));
        var seen = away.Concat(choice.Excluded).ToHashSet();
        while (away.TryDequeue(out var reader))
            foreach (var standIn in standIns.Where(one => one.For == reader && seen.Add(one.By)))
            {
                away.Enqueue(standIn.By);
                if (roster.FirstOrDefault(line => line.Id == standIn.By && line.CanStandIn()) is { } person)
                    found.Add((standIn, person));
            }
        return found;
    }

    /// <summary>Somebody who signs in to read letters, and to whom they may be sealed.</summary>
    public static bool CanStandIn(this RosterLine person) => person.PublicKey is not null && RoleGroups.Reading.Any(person.Roles.Contains);

    /// <summary>These no longer read the letter as stand-ins: in their own right from now on, or not at all.</summary>
    public static Task UnmarkStandInsAsync(this IshenimDb db, AppealId appeal, IReadOnlyCollection<PersonId> people)
    {
        var theirs = db.Set<StandIn>().Where(one => people.Contains(one.By)).Select(one => one.Id);
        return db.Set<StandInLetter>().Where(letter => letter.Appeal == appeal && theirs.Contains(letter.StandIn)).ExecuteDeleteAsync();
    }
}
