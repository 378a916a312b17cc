using Ishenim.Core.Appeals;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Fire;

/// <summary>
/// Anonymity under attack: a thief has the data folder of a month, and knows of every day which five pupils wrote and when to
/// the second. Not one moment of theirs is to be found; and whatever order the thief puts a day's letters in, it says no more
/// than chance which is whose, read forwards or backwards: one right a day on average. Two orders say more, that of register
/// numbers and that in which staff first read, and docs/threat-model.md says so. A thief who knows how long each letter was is
/// not tried: lengths are padded, and tell about how long it was.
/// </summary>
public sealed class AnonymousMonthTests
{
    private const long Seed = 20260901;

    /// <summary>
    /// By chance the right ones of 20 days are about Poisson with a mean of 20: more than 50 come in fewer than one of ten
    /// million months. Who knows the order has all 100.
    /// </summary>
    private const int MostByChance = 50;

    private static readonly string[] Orders =
    [
        """SELECT "Id" AS "Value" FROM "Appeals" ORDER BY "Id" """,
        """SELECT "Appeal" AS "Value" FROM "Parts" WHERE "Sequence" = 1 ORDER BY "Id" """,
        """SELECT "Appeal" AS "Value" FROM "Parts" WHERE "Sequence" = 1 ORDER BY length("Sealed"), "Id" """,
        """SELECT "Appeal" AS "Value" FROM "WriterKeys" ORDER BY "Lookup" """,
        """SELECT "Appeal" AS "Value" FROM "WriterKeys" ORDER BY "PublicKey" """,
        """SELECT "Appeal" AS "Value" FROM "Attachments" ORDER BY "Id" """,
        """SELECT "Appeal" AS "Value" FROM "Attachments" ORDER BY "StoredBytes", "Id" """,
        """SELECT "Appeal" AS "Value" FROM "Grants" ORDER BY "Sealed" """,
    ];

    /// <summary>A letter that is read in the morning had come by then.</summary>
    private const string ByFirstReading = """SELECT "Appeal" AS "Value" FROM "JournalLines" WHERE "Appeal" IS NOT NULL ORDER BY "At" """;

    private const string ByNumber = """SELECT "Id" AS "Value" FROM "Appeals" ORDER BY "RegisterPlace" """;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Month_WholeDataFolderAndTrueTimes_LinkNoLetterBetterThanChance(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: new Argon(1, 8 * 1024));
        var month = await AnonymousMonth.LiveAsync(school, Seed);
        var thief = new Thief(school);

        await AssertNoMomentAsync(thief, month);
        Assert.All(thief.Files(), file => Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (file.Changed.TimeOfDay, file.Read.TimeOfDay)));
        foreach (var order in Orders)
            AssertByChance(month, await thief.OrderAsync(order));
        // The residues that are known; and the proof that this way of counting sees an order where there is one.
        Assert.InRange(Right(month, await thief.OrderAsync(ByFirstReading)), MostByChance, AnonymousMonth.Days * AnonymousMonth.LettersADay);
        Assert.Equal(AnonymousMonth.Days * AnonymousMonth.LettersADay, Right(month, await thief.OrderAsync(ByNumber)));
    }

    private static void AssertByChance(AnonymousMonth month, List<AppealId> order)
    {
        Assert.InRange(Right(month, order), 0, MostByChance);
        Assert.InRange(Right(month, Enumerable.Reverse(order).ToList()), 0, MostByChance);
    }

    private static async Task AssertNoMomentAsync(Thief thief, AnonymousMonth month)
    {
        var values = await thief.ValuesAsync();
        var moments = values.SelectMany(one => Thief.MomentsIn(one.Value).Select(moment => (one.Where, moment))).ToList();
        // Times of staff are there, so the thief can read times.
        Assert.Contains(moments, one => one.Where == "JournalLines.At");
        Assert.DoesNotContain(moments, one => month.WritersMoments.Exists(known => (known - one.moment).Duration() < TimeSpan.FromMinutes(5)));
    }

    /// <summary>Gives the first letter of each day, in that order, to the pupil who wrote first, and so on; counts the right ones.</summary>
    private static int Right(AnonymousMonth month, List<AppealId> order) => month.Letters.GroupBy(sent => sent.Day).Sum(day =>
    {
        var pupils = day.OrderBy(sent => sent.At).Select(sent => sent.Pupil).ToList();
        var guessed = day.OrderBy(sent => order.IndexOf(sent.Letter)).ThenBy(sent => sent.Letter.Value).Select(sent => sent.Pupil);
        return guessed.Zip(pupils).Count(pair => pair.First == pair.Second);
    });
}
