using System.Net;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Npgsql;

namespace Ishenim.Tests.Fire;

/// <summary>Another session holds a table of PostgreSQL for longer than anybody waits, so that it can be neither written nor read.</summary>
public sealed class LockedPostgresTests
{
    /// <summary>The driver waits thirty seconds of its own accord, and one here.</summary>
    private const string Waits = "Command Timeout=1";

    /// <summary>What an administrator may set for the role.</summary>
    private const string ServerWaits = "Options=-c lock_timeout=1s";

    [Theory]
    [InlineData("/write", "Ашкана муздак", Waits)]
    [InlineData("/write", "Ашкана муздак", ServerWaits)]
    [InlineData("/answer", "Жооп кайда?", Waits)]
    [InlineData("/answer", "Жооп кайда?", ServerWaits)]
    public async Task Post_AppealsLocked_Is503WithTextAndFileAndWorksAfterwards(string path, string text, string waits)
    {
        await using var site = await StartAsync(waits);
        var code = await site.SendAsync(("text", "Мурунку кат"));
        (string, object)[] form = [("nonce", "n-1"), ("code", code), ("text", text), ("files", ("а.txt", new byte[5000]))];

        HttpResponseMessage answer;
        await using (await LockAsync(site))
            answer = await site.PostAsync(path, TestForm.Parts(form));
        await DiskLetters.AssertRefusedAsync(answer, text);

        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync(path, TestForm.Parts(form))).StatusCode);
        Assert.Equal(path == "/write" ? 2 : 1, await LetterCheck.VerifyAsync(site.School));
    }

    [Fact]
    public async Task Answer_DeskWhileAppealsLocked_Is503ThatMayBeSentAgain()
    {
        await using var site = await StartAsync(Waits);
        await site.SendAsync(("text", "Кат"));
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var letter = await DiskLetters.OpenFirstAsync(staff);

        await using (await LockAsync(site))
        {
            var refused = await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, staff.Status);
            Assert.Contains("reload it in a few minutes", refused.Body!.TextContent, StringComparison.Ordinal);
        }
        var answered = await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));

        Assert.Equal("Жылытып беребиз.", answered.QuerySelector(".thread .mine .text")!.TextContent.Trim());
        Assert.Equal(1, await LetterCheck.VerifyAsync(site.School));
    }

    private static Task<TestSite> StartAsync(string waits) => TestSite.StartAsync(DatabaseKind.Postgres, settings => settings with
    {
        Storage = settings.Storage with { Postgres = $"{settings.Storage.Postgres};{waits}" },
    });

    private static async Task<NpgsqlConnection> LockAsync(TestSite site)
    {
        var other = new NpgsqlConnection(site.Database.Settings.Postgres + ";Pooling=false");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = """BEGIN; LOCK TABLE "Appeals" IN ACCESS EXCLUSIVE MODE""";
        await command.ExecuteNonQueryAsync();
        return other;
    }
}
