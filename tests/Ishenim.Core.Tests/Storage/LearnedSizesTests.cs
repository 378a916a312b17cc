using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

public sealed class LearnedSizesTests
{
    [Fact]
    public async Task LearnSizesAsync_ManyLetters_TextsOfOneAreFoundByAnIndexAndNotByReadingAll()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        for (var i = 0; i < 30; i++)
            await school.AcceptAsync(TestSchool.Letter("Кат."));
        Assert.DoesNotContain("(School=? AND Appeal=?)", await PlanAsync(database), StringComparison.Ordinal);

        Assert.True(await database.Gate.Upkeep.LearnSizesAsync());

        Assert.Contains("(School=? AND Appeal=?)", await PlanAsync(database), StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(TestDatabase database)
    {
        await using var db = database.Gate.OpenInstallation();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """EXPLAIN QUERY PLAN SELECT * FROM "Parts" WHERE "School" = 'x' AND "Appeal" = 'y'""";
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? reader.GetString(3) : "";
    }
}
