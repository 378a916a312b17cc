using Ishenim.Fuzz;
using Ishenim.Tests.Pages;

namespace Ishenim.Tests.Fire;

/// <summary>Two thousand hostile requests to the program on SQLite, half as many on PostgreSQL: never a fault of ours, never a word of one, never a hang.</summary>
public sealed class HttpFuzzTests
{
    private const long Seed = 20261126;

    private static string Place => Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Fire", "requests");

    private static string Found => Path.Combine(Repository.Root, "artifacts", "fuzz");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Place).Select(file => Path.GetFileName(file))];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 2)]
    public async Task Send_HostileRequests_AreAnsweredWithoutAFault(DatabaseKind kind, int part)
    {
        await using var target = await HttpTarget.StartAsync(kind);
        // What ends the session would show the sign-in only from then on.
        var rooms = FilledRoutes.Table().Select(route => route.Pattern).Where(path => path.StartsWith("/desk", StringComparison.Ordinal)
            && !path.Contains('{', StringComparison.Ordinal) && path is not ("/desk/logout" or "/desk/account" or "/desk/account/step-down")).ToList();

        await SendAsync(target, HttpTarget.Writers, 1000 / part, dice => HostileRequest.ToWriters(dice, target.Code));
        await SendAsync(target, HttpTarget.Entrance, 400 / part, dice => HostileRequest.ToEntrance(dice, target.EntranceToken));
        await SendAsync(target, HttpTarget.Desk, 600 / part, dice => HostileRequest.ToDesk(dice, target.DeskToken, target.Letter, rooms));

        await target.AssertReadsOnAsync();
        AssertServed(target, HttpTarget.Writers, read: 0.3, posted: 0.05);
        AssertServed(target, HttpTarget.Entrance, read: 0.3, posted: 0.05);
        AssertServed(target, HttpTarget.Desk, read: 0.3, posted: 0.06);
    }

    /// <summary>A request of the kind that broke something once, over HTTP or in process; its name begins with who sends it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Send_RequestThatOnceBroke_IsAnsweredWithoutAFault(string file)
    {
        await using var target = await HttpTarget.StartAsync(DatabaseKind.Sqlite);
        var request = RequestFile.Read(await File.ReadAllBytesAsync(Path.Combine(Place, file)), target.Known);

        Assert.Null(await target.FaultAsync(file.Split("--")[0], request));
    }

    [Fact]
    public async Task Send_RequestThatHangs_IsReportedAndKeptWithItsSeed()
    {
        // So short that nothing is answered in it.
        await using var target = await HttpTarget.StartAsync(DatabaseKind.Sqlite, TimeSpan.FromTicks(1));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(target, HttpTarget.Writers, 1, dice => HostileRequest.ToWriters(dice, target.Code)));

        Assert.Contains($"seed {Seed}, case 0, ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no answer in ", failure.Message, StringComparison.Ordinal);
        var kept = Path.Combine(Found, $"{HttpTarget.Writers}--{Seed}-0.bin");
        Assert.NotEmpty(await File.ReadAllBytesAsync(kept));
        File.Delete(kept);
    }

    /// <summary>
    /// Enough of them get past the anti-forgery and the sign-in: with a refused token no form would be served, and without a
    /// session nothing of the desk. The bounds are about half of what was measured.
    /// </summary>
    private static void AssertServed(HttpTarget target, string who, double read, double posted)
    {
        var (shareRead, sharePosted) = (target.ShareServed(who, posts: false), target.ShareServed(who, posts: true));
        Assert.True(shareRead >= read && sharePosted >= posted, $"{who}: {shareRead:P1} of what only reads and {sharePosted:P1} of forms were served.");
    }

    private static async Task SendAsync(HttpTarget target, string who, int cases, Func<Dice, HostileRequest> make)
    {
        for (var place = 0; place < cases; place++)
        {
            var request = make(new Dice(Seed, place));
            if (await target.FaultAsync(who, request) is { } fault)
                Assert.Fail($"seed {Seed}, case {place}, {request.Method} {request.Address}: {fault}. Kept as {Keep(target, who, place, request)}; once mended it belongs into tests/Ishenim.Tests/Fire/requests.");
        }
    }

    private static string Keep(HttpTarget target, string who, int place, HostileRequest request)
    {
        Directory.CreateDirectory(Found);
        var path = Path.Combine(Found, $"{who}--{Seed}-{place}.bin");
        File.WriteAllBytes(path, RequestFile.Write(request, target.Known));
        return Path.GetRelativePath(Repository.Root, path);
    }
}
