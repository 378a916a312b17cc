using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>Power cuts, as far as a process can be cut off: what was acknowledged is there and whole. <c>./bench kill</c> does it 1,000 times.</summary>
[Trait("Category", "Cluster")]
public sealed class KillTests
{
    /// <summary>Fifty kills on SQLite and twenty on PostgreSQL: a program needs one core to start, so two go on side by side.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 25, 2)]
    [InlineData(DatabaseKind.Postgres, 10, 2)]
    public Task Kill_UnderLoad_EveryAcknowledgedLetterIsThereAndWhole(DatabaseKind kind, int kills, int sideBySide) =>
        Task.WhenAll(Enumerable.Range(0, sideBySide).Select(_ => KillAsync(kind, kills)));

    private static async Task KillAsync(DatabaseKind kind, int kills)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        await new KillRounds(school, () => FireProgram.ServeAsync(database)).RunAsync(kills, checkEvery: 5);
    }
}
