using System.Text.Json;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Joining;

/// <summary>What is sealed with a letter about those it is joined with, and how much of it this person may see.</summary>
internal static class JoinedRows
{
    public static async Task AddJoiningAsync(this HeldAppeal held, HeldAppeal other, bool joined)
    {
        var readers = await held.Db.ReadersOfAsync(other.Row);
        await held.AddAsync(KeyClass.Desk, PartKind.Joining, JsonSerializer.Serialize(new JoinRecord { Other = other.Row.Id, Joined = joined, Readers = readers }));
    }

    /// <summary>All that was joined and parted, the oldest first, whether or not this person reads the others.</summary>
    public static async Task<IReadOnlyList<OpenRecord<JoinRecord>>> JoiningsAsync(this HeldAppeal held)
    {
        var id = held.Row.Id;
        var parts = await held.Db.Set<Part>().AsNoTracking().Where(part => part.Appeal == id && part.Kind == PartKind.Joining).OrderBy(part => part.Sequence).ToListAsync();
        return held.OpenRecords<JoinRecord>(parts.Where(part => held.Keys.Has(part.Class, part.Epoch)), PartKind.Joining);
    }

    /// <summary>The joinings that hold now.</summary>
    public static IEnumerable<OpenRecord<JoinRecord>> Standing(this IEnumerable<OpenRecord<JoinRecord>> records) =>
        records.GroupBy(record => record.Value.Other).Select(about => about.Last()).Where(last => last.Value.Joined);

    /// <summary>Those of the joined letters that this person reads, too; of the others nothing is said, not even that they are there.</summary>
    public static async Task<IReadOnlyList<JoinedLetter>> JoinedAsync(this HeldAppeal held)
    {
        var standing = (await held.JoiningsAsync()).Standing().ToList();
        var known = standing.Count == 0 ? [] : await held.KnownAsync(standing);
        return [.. standing.Where(one => known.ContainsKey(one.Value.Other)).Select(one => known[one.Value.Other] with { Day = one.Day, By = one.Author })];
    }

    /// <summary>The letters named in these records that this person reads, by their ids.</summary>
    public static async Task<Dictionary<AppealId, JoinedLetter>> KnownAsync(this HeldAppeal held, IReadOnlyCollection<OpenRecord<JoinRecord>> records)
    {
        var (db, me, at) = (held.Db, held.Actor.Person, held.Actor.At);
        if (held.IsExecutor)
            return [];
        var ids = records.Select(record => record.Value.Other).Distinct().ToList();
        var rows = await db.Set<Appeal>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.AppearsAt <= at).ToListAsync();
        var grants = await db.ReaderGrants().Where(grant => ids.Contains(grant.Appeal) && grant.Recipient == me.Value && grant.Class == KeyClass.Reply).ToListAsync();
        var told = records.Where(record => record.Value.Readers.Contains(me)).Select(record => record.Value.Other).ToHashSet();
        return rows.Select(row => (row.Id, Facts: FactsOf(row, grants, told, held.Actor), Row: row)).Where(one => one.Facts is not null)
            .ToDictionary(one => one.Id, one => new JoinedLetter
            {
                Id = one.Id, Facts = one.Facts!, Destroyed = one.Row.Epoch == 0, InRegister = one.Row.RegisterPlace is not null, Day = default, By = null,
            });
    }

    /// <summary>Null where this person does not read it.</summary>
    private static AppealFacts? FactsOf(Appeal row, List<Grant> grants, HashSet<AppealId> told, Actor actor)
    {
        if (row.Epoch == 0)
            return told.Contains(row.Id) ? row.Facts : null;
        if (grants.Find(grant => grant.Appeal == row.Id && grant.Epoch == row.Epoch) is not { } present)
            return null;
        if (row.Facts is not null)
            return row.Facts;
        using var keys = AppealKeys.From([present], actor.Keys);
        return keys.OpenFacts(row).Restricted;
    }
}
