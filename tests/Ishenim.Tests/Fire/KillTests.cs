using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>Power cuts, as far as a process can be cut off: what was acknowledged is there and whole. <c>./bench kill</c> does it 1,000 times.</summary>
[Trait("Category", "Cluster")]
public sealed class KillTests
{
    /// <summary>Fifty kills on each database: half of them at each of two schools, side by side, because a program needs one core to start.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public Task Kill_UnderLoad_EveryAcknowledgedLetterIsThereAndWhole(DatabaseKind kind) =>
        Task.WhenAll(KillAsync(kind), KillAsync(kind));

    private static async Task KillAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        await new KillRounds(school, () => FireProgram.ServeAsync(database)).RunAsync(kills: 25, checkEvery: 5);
    }
}
