using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ishenim.Testing.Fire;

/// <summary>
/// Starts the program over one data folder, kills it with SIGKILL while letters come, and again, so that what recovery
/// leaves behind adds up.
/// </summary>
/// <param name="school">Whose letters come.</param>
/// <param name="start">Starts the program; disposing kills it and waits for its end.</param>
public sealed class KillRounds(TestSchool school, Func<Task<(Uri Address, IAsyncDisposable Process)>> start)
{
    private const int Clients = 6;

    private readonly LetterLoad _load = new(Clients);
    private int _opened;

    public int Acknowledged => _load.Acknowledged.Count;

    /// <summary>So many kills; after every <paramref name="checkEvery"/>-th all that is there is looked at.</summary>
    public async Task RunAsync(int kills, int checkEvery)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            await KillAsync();
            if (kill % checkEvery == 0 || kill == kills)
                await CheckAsync();
        }
        // Once more from the first on: what was there after its own kill may be gone since.
        await LetterCheck.OpenAsync(school, _load.Acknowledged);
        await LetterCheck.SweepAsync(school);
        Assert.True(Acknowledged > kills, $"Only {Acknowledged} letters came in {kills} rounds: that is no load.");
    }

    private async Task KillAsync()
    {
        var before = Acknowledged;
        var (address, process) = await start();
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
        var there = await LetterCheck.VerifyAsync(school);
        Assert.InRange(there, acknowledged.Count, long.MaxValue);
        await LetterCheck.OpenAsync(school, acknowledged.Skip(_opened));
        _opened = acknowledged.Count;
        // The program alone shall find the write-ahead log as it was left.
        SqliteConnection.ClearAllPools();
    }
}
