using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>
/// Whatever is done in whatever order: every open letter has a reader who can really open it, no excluded person holds
/// a grant, and who lost access opens nothing that is written later.
/// </summary>
public sealed class GrantingPropertyTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 30)]
    [InlineData(DatabaseKind.Postgres, 10)]
    public async Task AnySequence_OfOperations_KeepsReadersAndExclusions(DatabaseKind kind, int runs)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var place = 0;
        var steps = ArbMap.Default.GeneratorFor<(byte What, byte Who, byte Which, byte About)>().ListOf(24).ToArbitrary();
        var property = Prop.ForAll(steps, list => RunAsync(database, Interlocked.Increment(ref place), list).GetAwaiter().GetResult());
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(30), property));
    }

    private static async Task RunAsync(TestDatabase database, int place, IEnumerable<(byte What, byte Who, byte Which, byte About)> steps)
    {
        using var life = await LetterLife.StartAsync(database, place);
        foreach (var step in steps)
        {
            await life.DoAsync(step.What, step.Who, step.Which, step.About);
            await life.CheckAsync();
        }
    }
}
