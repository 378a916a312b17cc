using System.Diagnostics;
using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>Codes made ahead, and in a bounded queue where none is ready.</summary>
public sealed class WriterCodesTests
{
    [Fact]
    public async Task TakeAsync_PoolFilled_GivesItsCodesAndIsFilledAgain()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = (await TestSchool.OpenAsync(database)).School;
        // No job may run in the queue: whatever is given was made ahead.
        using var pool = new ReceiptPool(4, new CodeStretching(new StretchQueue(0, 0)));
        pool.Start();
        pool.Warm(school);
        await Waiting.UntilAsync(() => pool.Ready(school.Id) == 4);

        var codes = new List<FreshReceipt>();
        for (var i = 0; i < 3; i++)
            codes.Add(await pool.TakeAsync(school));

        await Waiting.UntilAsync(() => pool.Ready(school.Id) == 4);
        Assert.Equal(3, codes.DistinctBy(one => one.Code.Digits).Count());
        using var keys = CodeKeys.Derive(codes[0].Code, school.CodeSalt, school.CodeArgon);
        Assert.Equal(keys.Lookup, codes[0].Lookup);
        Assert.Equal(keys.Keys.PublicKey, codes[0].PublicKey);
    }

    [Fact]
    public async Task TakeAsync_PoolEmptyAndQueueFull_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = (await TestSchool.OpenAsync(database)).School;
        using var pool = new ReceiptPool(0, new CodeStretching(new StretchQueue(0, 0)));

        await Assert.ThrowsAsync<StretchQueueFull>(() => pool.TakeAsync(school));
    }

    [Fact]
    public async Task Warm_TwoSchools_AreFilledInTurn()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (one, two) = ((await TestSchool.OpenAsync(database)).School, (await TestSchool.OpenAsync(database, "two", 2)).School);
        using var pool = new ReceiptPool(200);
        pool.Warm(one);
        pool.Warm(two);
        pool.Start();

        await Waiting.UntilAsync(() => pool.Ready(one.Id) >= 5);

        Assert.InRange(pool.Ready(two.Id), pool.Ready(one.Id) - 2, pool.Ready(one.Id) + 2);
    }

    [Fact]
    public async Task TakeAsync_LettersKeepComing_NoCodeIsMadeUntilTheyRest()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = (await TestSchool.OpenAsync(database)).School;
        using var pool = new ReceiptPool(4, new CodeStretching());
        var (whole, pause) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        await pool.TakeAsync(school);
        pool.Start();

        // A pause of the machine's own is a rest, too: what comes after it says nothing.
        while (pause.ElapsedMilliseconds < ReceiptPool.RestMilliseconds / 2 && whole.ElapsedMilliseconds < 2 * ReceiptPool.RestMilliseconds)
        {
            Assert.Equal(0, pool.Ready(school.Id));
            pause.Restart();
            await pool.TakeAsync(school);
        }

        await Waiting.UntilAsync(() => pool.Ready(school.Id) == 4);
    }
}
