using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>Power cuts, as far as a process can be cut off: what was acknowledged is there and whole. <c>./bench kill</c> does it 1,000 times.</summary>
[Trait("Category", "Cluster")]
public sealed class KillTests
{
    private const int Kills = 50;

    /// <summary>A program needs one core to start, so two go on side by side.</summary>
    private const int SideBySide = 2;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public Task Kill_UnderLoad_EveryAcknowledgedLetterIsThereAndWhole(DatabaseKind kind) =>
        Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => KillAsync(kind)));

    private static async Task KillAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        await new KillRounds(school, () => FireProgram.ServeAsync(database)).RunAsync(Kills / SideBySide, checkEvery: 5);
    }
}
