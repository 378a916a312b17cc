using System.Text;
using Ishenim.Fuzz.Targets;

namespace Ishenim.Fuzz;

/// <summary>A request as no browser sends it.</summary>
/// <param name="Method">GET, POST and others.</param>
/// <param name="Address">Path and query, as they go on the wire.</param>
/// <param name="Type">Null: without a body.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record HostileRequest(string Method, string Address, string? Type, byte[] Body)
{
    private static readonly string[] PublicPaths =
        ["/", "/write", "/answer", "/regulation", "/write?handler=readers", "/s/one/write", "/s/one/answer", "/healthz", "/assets/x.css", "/s/", "/s/one", "/robots.txt", "/favicon.ico"];

    private static readonly string[] EntrancePaths = ["/desk/login", "/desk/recover", "/desk/invitation/", "/desk/welcome/", "/desk/denied", "/desk/logout", "/desk"];

    private static readonly string[] Handlers = ["takeup", "classify", "close", "draft", "answer", "note", "identity", "grant", "", "nowhere"];

    private static readonly string[] EntranceFields =
        ["login", "passphrase", "otp", "return", "ended", "step", "resume-path", "resume:text", "code", "sheet", "groups", "token", "person.name", "passphrase2"];

    private static readonly string[] DeskFields =
        ["version", "kind", "subject", "answer", "draft", "note", "reason", "to", "number", "person.name", "person.post", "person.position", "person.email", "role", "school.kyrgyz",
            "school.kyrgyzGenitive", "school.russian", "school.russianGenitive", "school.town", "school.boxPlace", "school.language", "school.lastOpeningOn", "values.answerWorkingDays", "values.openingEveryDays", "values.files",
            "values.fileMegabytes", "values.mailbox", "values.appearAtHours", "name", "fingerprint"];

    private static readonly string[] Queries = ["lang", "done", "handler", "book", "older", "newer", "saved", "ended", "return", "download", "school", "id", "file", "page"];

    /// <summary>To the pages of writers; <paramref name="code"/> opens a letter.</summary>
    public static HostileRequest ToWriters(Dice dice, string code)
    {
        var address = AddressOf(dice, dice.Of(PublicPaths));
        if (dice.OneIn(3))
            return new HostileRequest(dice.OneIn(6) ? "HEAD" : "GET", address, null, []);
        var form = dice.OneIn(2) ? HostileForm.Multipart(dice) : HostileForm.Pairs(dice);
        if (dice.OneIn(6))
            form = [.. form, .. Encoding.UTF8.GetBytes($"&code={code}")];
        var head = Array.IndexOf(form, (byte)'\n');
        return new HostileRequest(dice.OneIn(20) ? "PUT" : "POST", address, Encoding.UTF8.GetString(form, 0, head), form[(head + 1)..]);
    }

    /// <summary>To the sign-in and what lies before it.</summary>
    public static HostileRequest ToEntrance(Dice dice, string token)
    {
        var path = dice.Of(EntrancePaths);
        var address = AddressOf(dice, path.EndsWith('/') ? path + HostileText.Encoded(dice, HostileText.Make(dice, 80)) : path);
        return dice.OneIn(3) ? new HostileRequest("GET", address, null, []) : Form(dice, address, EntranceFields, token);
    }

    /// <summary>To the desk, of somebody signed in who reads this letter; <paramref name="rooms"/> are its other addresses.</summary>
    public static HostileRequest ToDesk(Dice dice, string token, string letter, IReadOnlyList<string> rooms)
    {
        var path = dice.Below(4) switch
        {
            0 => "/desk/appeals" + RegisterTargets.Query(dice),
            1 => $"{letter}?handler={dice.Of(Handlers)}",
            2 => $"/desk/appeals/{HostileText.Encoded(dice, HostileText.Make(dice, 80))}",
            _ => dice.Of(rooms),
        };
        var address = AddressOf(dice, path);
        return dice.OneIn(2) ? new HostileRequest("GET", address, null, []) : Form(dice, address, DeskFields, token);
    }

    private static HostileRequest Form(Dice dice, string address, string[] fields, string token)
    {
        // All fields of a form, so that it gets past what is only missing; some of them hostile.
        var pairs = fields.Where(_ => !dice.OneIn(4)).Select(field => $"{field}={(dice.OneIn(3) ? HostileText.Encoded(dice, HostileText.Make(dice, 300)) : "1")}");
        var body = Encoding.UTF8.GetBytes(string.Join('&', pairs.Append($"__RequestVerificationToken={Uri.EscapeDataString(token)}")));
        return new HostileRequest("POST", address, dice.OneIn(15) ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded", dice.OneIn(10) ? Mutation.Torn(dice, body) : body);
    }

    private static string AddressOf(Dice dice, string path)
    {
        // Begins with /desk so that the client sends the desk's cookies: without them the sign-in would replace the one that forms need.
        var address = dice.OneIn(12) ? path + "/" + HostileText.Encoded(dice, HostileText.Make(dice, 60)) : dice.OneIn(20) ? "/desk/x/../.." + path : path;
        for (var more = dice.Below(4) - 1; more > 0; more--)
            address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{dice.Of(Queries)}={HostileText.Encoded(dice, HostileText.Make(dice, 120))}";
        return address;
    }
}
