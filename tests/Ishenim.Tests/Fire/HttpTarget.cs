using System.Net;
using System.Net.Http.Headers;
using Ishenim.Core.Staff;
using Ishenim.Fuzz;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>A site with a letter, its writer's code, somebody signed in and somebody at the sign-in: what hostile requests go to.</summary>
internal sealed class HttpTarget : IAsyncDisposable
{
    public const string Writers = "writers";
    public const string Entrance = "entrance";
    public const string Desk = "desk";

    private readonly TestSite _site;
    private readonly StaffClient _staff;
    private readonly StaffClient _stranger;
    private readonly Dictionary<string, HttpClient> _clients;

    private readonly List<(string Who, bool Posts, bool Served)> _answers = [];

    private HttpTarget(TestSite site, StaffClient staff, TimeSpan patience)
    {
        (_site, _staff, _stranger) = (site, staff, new StaffClient(site.Address));
        _clients = new() { [Writers] = Client(new CookieContainer(), patience), [Entrance] = Client(_stranger.Cookies, patience), [Desk] = Client(staff.Cookies, patience) };
    }

    public required string Code { get; init; }

    public required string Letter { get; init; }

    public required string DeskToken { get; init; }

    public string EntranceToken { get; private set; } = "";

    /// <summary>What another run has otherwise; tokens as they stand in a form's body.</summary>
    public IEnumerable<KeyValuePair<string, string>> Known =>
    [
        new("code", Code), new("letter", Letter), new("desk-token", Uri.EscapeDataString(DeskToken)), new("entrance-token", Uri.EscapeDataString(EntranceToken)),
    ];

    /// <param name="kind">Where the site's rows lie.</param>
    /// <param name="patience">No answer may take longer; null: as in any fuzz run.</param>
    public static async Task<HttpTarget> StartAsync(DatabaseKind kind, TimeSpan? patience = null)
    {
        var site = await TestSite.StartAsync(kind);
        var person = await site.School.AddAsync("Айсулуу Мисалова", Position.Deputy, Role.Responsible, Role.Administrator);
        var code = await site.SendAsync(("text", "Кат"));
        var staff = await StaffClient.SignInAsync(site, person);
        var letter = (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        var target = new HttpTarget(site, staff, patience ?? FuzzRun.Patience) { Code = code, Letter = letter, DeskToken = await TokenAsync(staff, letter) };
        target.EntranceToken = await TokenAsync(target._stranger, "/desk/login");
        return target;
    }

    /// <summary>Null: it was borne.</summary>
    public async Task<string?> FaultAsync(string who, HostileRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_site.Address + request.Address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        // As browsers do of their own accord.
        message.Headers.Add("Origin", _site.Address);
        if (request.Type is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            if (MediaTypeHeaderValue.TryParse(request.Type, out var type))
                message.Content.Headers.ContentType = type;
        }
        try
        {
            using var answer = await _clients[who].SendAsync(message);
            var said = await answer.Content.ReadAsStringAsync();
            _answers.Add((who, request.Type is not null, IsServed(answer)));
            return (int)answer.StatusCode >= 500 ? $"{(int)answer.StatusCode}"
                : said.Contains("Exception", StringComparison.Ordinal) || said.Contains("   at ", StringComparison.Ordinal) ? "words of a fault" : null;
        }
        catch (TaskCanceledException hang) when (hang.InnerException is TimeoutException)
        {
            return $"no answer in {_clients[who].Timeout.TotalSeconds} s";
        }
        catch (HttpRequestException broken)
        {
            return $"no whole answer: {broken.Message}";
        }
    }

    /// <summary>What share of this sender's requests (forms, or else what only reads) was served: 2xx, or sent on to anything but the sign-in.</summary>
    public double ShareServed(string who, bool posts) =>
        _answers.Where(one => one.Who == who && one.Posts == posts).Select(one => one.Served ? 1.0 : 0).DefaultIfEmpty().Average();

    /// <summary>Whoever is signed in still reads the letter.</summary>
    public async Task AssertReadsOnAsync()
    {
        var page = await _staff.GetAsync(Letter);
        Assert.True(page.QuerySelector(".thread") is not null, $"{_staff.Path}: {page.Body!.TextContent}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        _staff.Dispose();
        _stranger.Dispose();
        await _site.DisposeAsync();
    }

    private static HttpClient Client(CookieContainer cookies, TimeSpan patience) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { Timeout = patience };

    private static bool IsServed(HttpResponseMessage answer) =>
        (int)answer.StatusCode < 400 && answer.Headers.Location?.ToString().Contains("/desk/login", StringComparison.Ordinal) != true;

    private static async Task<string> TokenAsync(StaffClient client, string path) =>
        (await client.GetAsync(path)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
