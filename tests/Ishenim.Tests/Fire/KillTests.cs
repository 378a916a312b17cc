using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>Power cuts, as far as a process can be cut off: what was acknowledged is there and whole. <c>./bench kill</c> does it 1,000 times.</summary>
[Trait("Category", "Cluster")]
public sealed class KillTests
{
    /// <summary>
    /// Fifty kills on SQLite and twenty on PostgreSQL, of which a kill takes five seconds among all the other tests: half of each of
    /// two schools, side by side, because a program needs one core to start.
    /// </summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 25)]
    [InlineData(DatabaseKind.Postgres, 10)]
    public Task Kill_UnderLoad_EveryAcknowledgedLetterIsThereAndWhole(DatabaseKind kind, int kills) =>
        Task.WhenAll(KillAsync(kind, kills), KillAsync(kind, kills));

    private static async Task KillAsync(DatabaseKind kind, int kills)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        await new KillRounds(school, () => FireProgram.ServeAsync(database)).RunAsync(kills, checkEvery: 5);
    }
}
