using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Journal;

public sealed class VerifierTests
{
    /// <summary>What somebody with the database's password may do, and what verify must say of it.</summary>
    private static readonly Dictionary<string, (string Sql, string Says)> Tamperings = new()
    {
        ["act changed"] = ("""UPDATE "JournalLines" SET "Verb" = 'session.ended' WHERE "Book" = 2 AND "Number" = 2""", "acts, line 2 does not agree"),
        ["act's actor taken away"] = ("""UPDATE "JournalLines" SET "Actor" = NULL WHERE "Book" = 2 AND "Number" = 1""", "acts, line 1 does not agree"),
        ["arrival's day changed"] = ("""UPDATE "JournalLines" SET "Day" = '2026-09-14' WHERE "Book" = 1 AND "Number" = 3""", "arrivals, line 3 does not agree"),
        ["act deleted"] = ("""DELETE FROM "JournalLines" WHERE "Book" = 2 AND "Number" = 3""", "acts, line 3 is missing"),
        ["first arrival deleted"] = ("""DELETE FROM "JournalLines" WHERE "Book" = 1 AND "Number" = 1""", "arrivals, line 1 is missing"),
        ["act deleted and the rest moved up"] = (
            """
            DELETE FROM "JournalLines" WHERE "Book" = 2 AND "Number" = 2;
            UPDATE "JournalLines" SET "Number" = "Number" - 1000 WHERE "Book" = 2 AND "Number" > 2;
            UPDATE "JournalLines" SET "Number" = "Number" + 999 WHERE "Book" = 2 AND "Number" < 0;
            """, "acts, line 2 does not agree"),
        ["line inserted"] = (
            """
            UPDATE "JournalLines" SET "Number" = "Number" - 1000 WHERE "Book" = 2 AND "Number" > 2;
            UPDATE "JournalLines" SET "Number" = "Number" + 1001 WHERE "Book" = 2 AND "Number" < 0;
            INSERT INTO "JournalLines" ("School", "Book", "Number", "Day", "At", "Actor", "Verb", "Appeal", "Person", "Detail", "Hash")
            SELECT "School", "Book", 3, "Day", "At", "Actor", "Verb", "Appeal", "Person", "Detail", "Hash" FROM "JournalLines" WHERE "Book" = 2 AND "Number" = 2;
            """, "acts, line 3 does not agree"),
        ["lines exchanged"] = (
            """
            UPDATE "JournalLines" SET "Number" = -1 WHERE "Book" = 1 AND "Number" = 2;
            UPDATE "JournalLines" SET "Number" = 2 WHERE "Book" = 1 AND "Number" = 3;
            UPDATE "JournalLines" SET "Number" = 3 WHERE "Book" = 1 AND "Number" = -1;
            """, "arrivals, line 2 does not agree"),
        ["tail cut"] = ("""DELETE FROM "JournalLines" WHERE "Book" = 2 AND "Number" > 6""", "acts, line 7 is missing, and all after it"),
        ["whole book cut"] = ("""DELETE FROM "JournalLines" WHERE "Book" = 2""", "acts, line 1 is missing, and all after it"),
        ["tied arrivals cut, head and all"] = (
            """
            DELETE FROM "JournalLines" WHERE "Book" = 1 AND "Number" > 4;
            UPDATE "JournalHeads" SET "Lines" = 4, "Hash" = (SELECT "Hash" FROM "JournalLines" WHERE "Book" = 1 AND "Number" = 4) WHERE "Book" = 1;
            """, "the book of arrivals has no such line: its tail was cut"),
        ["head set back"] = ("""UPDATE "JournalHeads" SET "Lines" = "Lines" - 1 WHERE "Book" = 2""", "stands after the end that the head tells"),
        ["tie forgotten"] = ("""UPDATE "JournalHeads" SET "TiedArrivals" = 0 WHERE "Book" = 2""", "whose ties reach arrival"),
        ["arrival with a time"] = ("""UPDATE "JournalLines" SET "At" = '2026-09-15 10:42:07' WHERE "Book" = 1 AND "Number" = 1""", "arrivals, line 1 tells a time"),
        ["letter deleted"] = ("""DELETE FROM "Appeals" WHERE "RegisterPlace" = 20260000002""", "arrivals, line 3 tells of a letter that is not there"),
        ["register number changed"] = ("""UPDATE "Appeals" SET "RegisterPlace" = 20260000009, "Facts_Number" = '2026-9' WHERE "RegisterPlace" = 20260000002""", "number 2 of appeals:2026 is missing"),
        ["register place changed"] = ("""UPDATE "Appeals" SET "RegisterPlace" = 20260000009 WHERE "RegisterPlace" = 20260000004""", "bears another number"),
        ["register number double"] = ("""UPDATE "Appeals" SET "RegisterPlace" = 20260000003, "Facts_Number" = '2026-3' WHERE "RegisterPlace" = 20260000004""", "stands twice"),
        ["counter set back"] = ("""UPDATE "Counters" SET "Last" = 1 WHERE "Series" = 'appeals:2026'""", "was never given out"),
        ["counter set on"] = ("""UPDATE "Counters" SET "Last" = 9 WHERE "Series" = 'appeals:2026'""", "number 5 of appeals:2026 is missing"),
        ["restricted counter set back"] = ("""UPDATE "Counters" SET "Last" = 1 WHERE "Series" = 'restricted:2026'""", "there are 3 restricted letters, but only 1 numbers"),
        ["file's length changed"] = ("""UPDATE "Attachments" SET "StoredBytes" = 7""", "but 7 were stored"),
    };

    public static TheoryData<DatabaseKind, string> EachTampering()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            foreach (var name in Tamperings.Keys)
                data.Add(kind, name);
        return data;
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task VerifyAsync_NothingTampered_IsIntactAndCountsAll(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);

        var report = await filled.VerifyAsync();

        Assert.Null(report.Contradiction);
        // Seven arrivals; seven acts and the ties of three days.
        Assert.Equal((17, 7, 1), (report.Lines, report.Letters, report.Files));
    }

    [Theory]
    [MemberData(nameof(EachTampering))]
    public async Task VerifyAsync_Tampered_NamesTheFirstContradiction(DatabaseKind kind, string tampering)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        var (sql, says) = Tamperings[tampering];
        await using (var db = filled.Database.Gate.OpenInstallation())
            await db.Database.ExecuteSqlRawAsync(sql);

        var report = await filled.VerifyAsync();

        Assert.Contains(says, report.Contradiction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_FileGone_SaysSo()
    {
        await using var filled = await FilledSchool.StartAsync(DatabaseKind.Sqlite);
        await foreach (var (id, _) in filled.School.Files.ListAsync(filled.School.Id, CancellationToken.None))
            await filled.School.Files.DeleteAsync(filled.School.Id, id);

        Assert.Contains("is not in the store", (await filled.VerifyAsync()).Contradiction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FindAsync_FingerprintOfALine_FindsItHereOnly(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        await using var other = await FilledSchool.StartAsync(kind);
        await using var db = filled.Database.Open(filled.School.Id);
        await using var otherDb = other.Database.Open(other.School.Id);
        var line = await db.Set<JournalLine>().SingleAsync(one => one.Book == Book.Acts && one.Number == 4);
        Assert.True(Fingerprint.TryParse(Fingerprint.Of(line).ToString(), out var fingerprint));

        Assert.Equal(4, (await Verifier.FindAsync(db, fingerprint!, CancellationToken.None))!.Number);
        Assert.Null(await Verifier.FindAsync(otherDb, fingerprint!, CancellationToken.None));
    }
}
