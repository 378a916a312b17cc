using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ishenim.Testing.Fire;

/// <summary>
/// Starts the program over one data folder, kills it with SIGKILL while letters come, and again, so that what recovery
/// leaves behind adds up.
/// </summary>
public sealed class KillRounds
{
    private const int Clients = 6;

    private readonly TestSchool _school;
    private readonly Func<Task<(Uri Address, IAsyncDisposable Process)>> _startAsync;
    private readonly LetterLoad _load = new(Clients);
    private int _opened;

    private KillRounds(TestSchool school, Func<Task<(Uri Address, IAsyncDisposable Process)>> startAsync) => (_school, _startAsync) = (school, startAsync);

    private int Acknowledged => _load.Acknowledged.Count;

    /// <summary>Half of the kills at each of two schools, side by side, because a program needs one core to start.</summary>
    /// <param name="kind">On which database.</param>
    /// <param name="kills">How many at both together.</param>
    /// <param name="checkEvery">After so many kills of a school all that is there is looked at.</param>
    /// <param name="startAsync">Starts the program over that database; disposing kills it and waits for its end.</param>
    /// <returns>Letters acknowledged, of which none was lost.</returns>
    public static async Task<int> RunAsync(
        DatabaseKind kind, int kills, int checkEvery, Func<TestDatabase, Task<(Uri Address, IAsyncDisposable Process)>> startAsync)
    {
        var acknowledged = await Task.WhenAll(AtOneSchoolAsync(kills / 2), AtOneSchoolAsync(kills - (kills / 2)));
        return acknowledged.Sum();

        async Task<int> AtOneSchoolAsync(int half)
        {
            await using var database = await TestDatabase.StartAsync(kind);
            var rounds = new KillRounds(await TestSchool.OpenAsync(database), () => startAsync(database));
            SqliteConnection.ClearAllPools();
            await rounds.RunAsync(half, checkEvery);
            return rounds.Acknowledged;
        }
    }

    private async Task RunAsync(int kills, int checkEvery)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            await KillAsync();
            if (kill % checkEvery == 0 || kill == kills)
                await CheckAsync();
        }
        // Once more from the first on: what was there after its own kill may be gone since.
        await LetterCheck.OpenAsync(_school, _load.Acknowledged);
        await LetterCheck.SweepAsync(_school);
        Assert.True(Acknowledged > kills, $"Only {Acknowledged} letters came in {kills} rounds: that is no load.");
    }

    private async Task KillAsync()
    {
        var before = Acknowledged;
        var (address, process) = await _startAsync();
        var load = _load.RunAsync(address, CancellationToken.None);
        // From the first letter on, at any moment of the next ones' way.
        for (var waited = 0; Acknowledged == before && waited < 30_000; waited += 5)
            await Task.Delay(5);
        Assert.True(Acknowledged > before, "No letter came within half a minute of a start.");
        await Task.Delay(RandomNumberGenerator.GetInt32(250));
        await process.DisposeAsync();
        await load;
    }

    private async Task CheckAsync()
    {
        var acknowledged = _load.Acknowledged.ToList();
        var there = await LetterCheck.VerifyAsync(_school);
        Assert.InRange(there, acknowledged.Count, long.MaxValue);
        await LetterCheck.OpenAsync(_school, acknowledged.Skip(_opened));
        _opened = acknowledged.Count;
        // The program alone shall find the write-ahead log as it was left.
        SqliteConnection.ClearAllPools();
    }
}
