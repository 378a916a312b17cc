using System.Text.RegularExpressions;
using Ishenim.Core.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Gives numbers without gap or double: the counter's row is locked until the transaction ends.</summary>
public static partial class Counters
{
    /// <summary>The next number of the series, from 1. Call it inside a transaction.</summary>
    public static Task<long> NextNumberAsync(this IshenimDb db, string series) => db.NextNumbersAsync(series, 1);

    /// <summary>The first of so many numbers that follow each other.</summary>
    public static async Task<long> NextNumbersAsync(this IshenimDb db, string series, int count)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is given out only inside a transaction.");
        var numbers = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO "Counters" ("School", "Series", "Last") VALUES ({db.School.Value}, {series}, {count})
             ON CONFLICT ("School", "Series") DO UPDATE SET "Last" = "Counters"."Last" + {count}
             RETURNING "Last" AS "Value"
             """).ToListAsync();
        return numbers.Single() - count + 1;
    }

    /// <summary>Whether a restored school may go on in that series; a mistyped name would begin one that nothing uses.</summary>
    public static bool IsSeries(string series) => Form().IsMatch(series);

    /// <summary>The same kind of series in the year of that day: the register counts by calendar years, papers by school years.</summary>
    internal static string SeriesAt(string series, DateOnly day)
    {
        var kind = series.Split(':')[0];
        return $"{kind}:{(kind is "appeals" or "restricted" ? day.Year : SchoolYear.From(day).Begins)}";
    }

    /// <summary>Goes on after the last number that the school has on paper (X8).</summary>
    public static void StartAfter(this IshenimDb db, string series, long lastOnPaper) =>
        db.Set<Counter>().Add(new Counter { School = db.School, Series = series, Last = lastOnPaper });

    [GeneratedRegex(@"^(appeals|restricted|acts|protocols|openings|corrections|keys|destructions|orders):\d{4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
