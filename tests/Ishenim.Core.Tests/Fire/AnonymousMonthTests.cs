using Ishenim.Core.Appeals;
using Ishenim.Sealing;
using Ishenim.Testing.Fire;

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

    private const int All = AnonymousMonth.Days * AnonymousMonth.LettersADay;

    /// <summary>Hold one of these two orders. A new one has to be thought about, and to be told in docs/threat-model.md.</summary>
    private static readonly string[] Known = ["Appeals.RegisterPlace", "Appeals.Facts_Number", "JournalLines.Number", "JournalLines.At"];

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

    /// <summary>PostgreSQL marks each row with the transaction that wrote it.</summary>
    private const string ByTransaction = """SELECT "Appeal" AS "Value" FROM "Parts" WHERE "Sequence" = 1 ORDER BY xmin::text::bigint, "Appeal" """;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Month_WholeDataFolderAndTrueTimes_LinkNoLetterBetterThanChance(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: new Argon(1, 8 * 1024));
        var month = await AnonymousMonth.LiveAsync(school, Seed);
        var thief = new Thief(school);

        var rows = await ThiefsRow.AllAsync(database);
        AssertNoMoment(rows, month);
        Assert.All(thief.Files(), file => Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (file.Changed.TimeOfDay, file.Read.TimeOfDay)));
        foreach (var order in Orders)
            AssertByChance(month, [new ThiefsOrder(order, await thief.OrderAsync(order))]);
        // The residues that are known; and the proof that this way of counting sees an order where there is one.
        Assert.InRange(Right(month, await thief.OrderAsync(ByFirstReading)), MostByChance, All);
        Assert.Equal(All, Right(month, await thief.OrderAsync(ByNumber)));

        var letters = month.Letters.Select(sent => sent.Letter).ToHashSet();
        var columns = Thief.ByColumns(rows, letters).ToList();
        Assert.Equal(All, Right(month, columns.Single(one => one.Where == "Appeals.RegisterPlace").Letters));
        AssertByChance(month, columns.Where(one => !Known.Contains(one.Where)));
        await AssertDiskForgetsAsync(school, month, thief, rows);
    }

    /// <summary>Before the first night the disk knows the order, which proves that the thief can read it there; after it no more.</summary>
    private static async Task AssertDiskForgetsAsync(TestSchool school, AnonymousMonth month, Thief thief, IReadOnlyList<ThiefsRow> rows)
    {
        var letters = month.Letters.Select(sent => sent.Letter).ToHashSet();
        Assert.True(Right(month, (await thief.ByFilesAsync(rows)).Single(one => one.Where == "change of files").Letters) > MostByChance);
        if (school.Database.Gate.IsSqlite)
        {
            // What is in the log just now is not sure here: AnonymousDayTests reads that of the real program.
            Assert.True(Right(month, thief.ByBytes(rows, letters).Single(one => one.Where == "first in ishenim.db: Parts.Sealed").Letters) > MostByChance);
        }

        school.Time.Pass(TimeSpan.FromDays(1));
        await school.Files.ForgetOrderAsync(DateOnly.MinValue, CancellationToken.None);
        Assert.True(await school.Database.Gate.Upkeep.ForgetOrderAsync());

        AssertByChance(month, await thief.ByFilesAsync(rows));
        if (!school.Database.Gate.IsSqlite)
            Assert.Equal(All, Right(month, await thief.OrderAsync(ByTransaction)));
        else
        {
            var after = thief.ByBytes(rows, letters).ToList();
            Assert.DoesNotContain(after, one => one.Where.Contains("wal", StringComparison.Ordinal));
            AssertByChance(month, after.Where(one => !one.Where.Contains("JournalLines", StringComparison.Ordinal)));
        }
        Assert.All(thief.Files(), file => Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (file.Changed.TimeOfDay, file.Read.TimeOfDay)));
    }

    private static void AssertByChance(AnonymousMonth month, IEnumerable<ThiefsOrder> orders)
    {
        var all = orders.ToList();
        Assert.NotEmpty(all);
        Assert.Empty(all.Where(order => Right(month, order.Letters) > MostByChance || Right(month, Enumerable.Reverse(order.Letters).ToList()) > MostByChance)
            .Select(order => $"{order.Where} tells whose {Right(month, order.Letters)} letters are"));
    }

    private static void AssertNoMoment(IReadOnlyList<ThiefsRow> rows, AnonymousMonth month)
    {
        var moments = rows.SelectMany(row => row.Columns.Zip(row.Values).SelectMany(cell => Thief.MomentsIn(cell.Second).Select(moment => (Where: $"{row.Table}.{cell.First}", moment)))).ToList();
        // Times of staff are there, so the thief can read times.
        Assert.Contains(moments, one => one.Where == "JournalLines.At");
        Assert.DoesNotContain(moments, one => month.WritersMoments.Exists(known => (known - one.moment).Duration() < TimeSpan.FromMinutes(5)));
    }

    /// <summary>Gives the first letter of each day, in that order, to the pupil who wrote first, and so on; counts the right ones.</summary>
    private static int Right(AnonymousMonth month, IReadOnlyList<AppealId> order)
    {
        var places = order.Index().ToDictionary(one => one.Item, one => one.Index);
        return month.Letters.Where(sent => places.ContainsKey(sent.Letter)).GroupBy(sent => sent.Day).Sum(day =>
        {
            var pupils = day.OrderBy(sent => sent.At).Select(sent => sent.Pupil);
            var guessed = day.OrderBy(sent => places[sent.Letter]).Select(sent => sent.Pupil);
            return guessed.Zip(pupils).Count(pair => pair.First == pair.Second);
        });
    }
}
