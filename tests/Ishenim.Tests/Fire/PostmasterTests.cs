using System.Net;
using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>PostgreSQL itself is killed under the program, which goes on when the server is back.</summary>
[Trait("Category", "Cluster")]
public sealed class PostmasterTests
{
    private const int Kills = 3;

    [Fact]
    public async Task Kill_PostmasterUnderLoad_WritersAreToldAndEveryAcknowledgedLetterIsThere()
    {
        await using var postgres = await PostgresMachine.StartAsync();
        await using var database = await TestDatabase.StartOnAsync(postgres.Connection);
        var school = await TestSchool.OpenAsync(database);
        await using var program = FireProgram.Start(database);
        var address = await program.AddressAsync();
        var load = new LetterLoad(4);
        using var enough = new CancellationTokenSource();
        var writing = load.RunAsync(address, enough.Token);

        for (var kill = 0; kill < Kills; kill++)
        {
            await WaitForLettersAsync(load);
            await postgres.KillAsync();
            await AssertUnavailableAsync(address);
            await postgres.StartAgainAsync();
        }
        await WaitForLettersAsync(load);
        await enough.CancelAsync();
        await writing;

        Assert.True(load.Refused >= Kills, "Nobody was told to come back later.");
        Npgsql.NpgsqlConnection.ClearAllPools();
        Assert.InRange(await LetterCheck.VerifyAsync(school), load.Acknowledged.Count, long.MaxValue);
        await LetterCheck.OpenAsync(school, load.Acknowledged);
        await LetterCheck.SweepAsync(school);
    }

    private static async Task WaitForLettersAsync(LetterLoad load)
    {
        var wanted = load.Acknowledged.Count + 20;
        for (var tries = 0; load.Acknowledged.Count < wanted; tries++)
        {
            Assert.True(tries < 1200, "No more letters are accepted.");
            await Task.Delay(50);
        }
    }

    private static async Task AssertUnavailableAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var page = await client.GetAsync(new Uri("/write", UriKind.Relative));
        using var health = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (page.StatusCode, health.StatusCode));
        Assert.Contains("We cannot save anything just now", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
