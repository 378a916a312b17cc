using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Gives numbers without gap or double: the counter's row is locked until the transaction ends.</summary>
public static class Counters
{
    /// <summary>The next number of the series, from 1. Call it inside a transaction.</summary>
    public static async Task<long> NextNumberAsync(this IshenimDb db, string series)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is given out only inside a transaction.");
        var numbers = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO "Counters" ("School", "Series", "Last") VALUES ({db.School.Value}, {series}, 1)
             ON CONFLICT ("School", "Series") DO UPDATE SET "Last" = "Counters"."Last" + 1
             RETURNING "Last" AS "Value"
             """).ToListAsync();
        return numbers.Single();
    }

    /// <summary>Goes on after the last number that the school has on paper (X8).</summary>
    public static void StartAfter(this IshenimDb db, string series, long lastOnPaper) =>
        db.Set<Counter>().Add(new Counter { School = db.School, Series = series, Last = lastOnPaper });
}
