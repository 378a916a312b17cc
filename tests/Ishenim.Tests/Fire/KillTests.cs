using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>Power cuts, as far as a process can be cut off: what was acknowledged is there and whole. <c>./bench kill</c> does it 1,000 times.</summary>
[Trait("Category", "Cluster")]
public sealed class KillTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public Task Kill_UnderLoad_EveryAcknowledgedLetterIsThereAndWhole(DatabaseKind kind) =>
        KillRounds.RunAsync(kind, kills: 50, checkEvery: 5, FireProgram.ServeAsync);
}
