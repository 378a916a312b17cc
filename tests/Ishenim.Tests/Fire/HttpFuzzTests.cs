using System.Net;
using System.Net.Http.Headers;
using Ishenim.Core.Staff;
using Ishenim.Fuzz;
using Ishenim.Tests.Pages;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Two thousand hostile requests to each kind of database: never a fault of ours, never a word of one, never a hang.</summary>
public sealed class HttpFuzzTests
{
    private const long Seed = 20261126;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Send_HostileRequests_AreAnsweredWithoutAFault(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var person = await site.School.AddAsync("Айсулуу Мисалова", Position.Deputy, Role.Responsible, Role.Administrator);
        var code = await site.SendAsync(("text", "Кат"));
        using var staff = await StaffClient.SignInAsync(site, person);
        var letter = (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        var token = (await staff.GetAsync(letter)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var stranger = new StaffClient(site.Address);
        var entrance = (await stranger.GetAsync("/desk/login")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // What ends the session would show the sign-in only from then on.
        var rooms = FilledRoutes.Table().Select(route => route.Pattern).Where(path => path.StartsWith("/desk", StringComparison.Ordinal)
            && !path.Contains('{', StringComparison.Ordinal) && path is not ("/desk/logout" or "/desk/account" or "/desk/account/step-down")).ToList();
        var faults = new List<string>();
        await SendAsync(site, new CookieContainer(), 1000, dice => HostileRequest.ToWriters(dice, code), faults);
        await SendAsync(site, stranger.Cookies, 400, dice => HostileRequest.ToEntrance(dice, entrance), faults);
        await SendAsync(site, staff.Cookies, 600, dice => HostileRequest.ToDesk(dice, token, letter, rooms), faults);

        Assert.Empty(faults);
        var page = await staff.GetAsync(letter);
        Assert.True(page.QuerySelector(".thread") is not null, $"{staff.Path}: {page.Body!.TextContent}");
    }

    private static async Task SendAsync(TestSite site, CookieContainer cookies, int cases, Func<Dice, HostileRequest> make, List<string> faults)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { Timeout = FuzzRun.Patience };
        for (var place = 0; place < cases; place++)
        {
            var request = make(new Dice(Seed, place));
            if (await FaultAsync(client, site.Address, request) is { } fault)
                faults.Add($"seed {Seed}, case {place}: {request.Method} {request.Address}: {fault}");
        }
    }

    /// <summary>Null: it was borne.</summary>
    private static async Task<string?> FaultAsync(HttpClient client, string site, HostileRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(site + request.Address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        // As browsers do of their own accord.
        message.Headers.Add("Origin", site);
        if (request.Type is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            if (MediaTypeHeaderValue.TryParse(request.Type, out var type))
                message.Content.Headers.ContentType = type;
        }
        using var answer = await client.SendAsync(message);
        var said = await answer.Content.ReadAsStringAsync();
        return (int)answer.StatusCode >= 500 ? $"{(int)answer.StatusCode}"
            : said.Contains("Exception", StringComparison.Ordinal) || said.Contains("   at ", StringComparison.Ordinal) ? "words of a fault" : null;
    }
}
