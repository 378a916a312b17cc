using System.Text;

namespace Ishenim.Fuzz.Targets;

/// <summary>Forms as no browser posts them.</summary>
public static class HostileForm
{
    private static readonly string[] Names =
        ["text", "kind", "subject", "writer", "signed", "name", "contact", "about", "urgent", "files", "nonce", "draft", "kept", "remove", "step", "reach", "code", "file", "check", "", "TEXT", "text[]"];

    private static readonly string[] Values =
        ["true", "on", "complaint", "director", "send", "sign", "language", "check", "0555 010203", "1234 5678 9012 3456 7891", "00000000000000000000000000000000"];

    private static readonly string[] Boundaries = ["x", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "a b", "\"q\"", "'", "--", "=", "", new string('b', 101), "é"];

    private static readonly string[] Lines = ["\r\n", "\n", "\r", "\r\n\r\n", ""];

    /// <summary>The content type, a line end, and a multipart body, half of them changed again.</summary>
    public static byte[] Multipart(Dice dice)
    {
        var boundary = dice.OneIn(3) ? dice.Of(Boundaries) : "x";
        using var body = new MemoryStream();
        for (var parts = dice.Below(8); parts > 0; parts--)
            body.Write(Part(dice, boundary));
        body.Write(Encoding.UTF8.GetBytes($"--{boundary}{(dice.OneIn(8) ? "" : "--")}\r\n"));
        var bytes = dice.OneIn(2) ? Mutation.Torn(dice, body.ToArray()) : body.ToArray();
        var type = dice.OneIn(10) ? HostileText.Make(dice, 200).Replace('\n', ' ') : $"multipart/form-data; boundary={boundary}";
        return [.. Encoding.UTF8.GetBytes(type), (byte)'\n', .. bytes];
    }

    public static byte[] Pairs(Dice dice) =>
        [.. "application/x-www-form-urlencoded\n"u8, .. dice.OneIn(2) ? Encoding.UTF8.GetBytes(PairsText(dice)) : Mutation.Torn(dice, Encoding.UTF8.GetBytes(PairsText(dice)))];

    /// <summary>name=value&amp;…, hostile on both sides of the sign.</summary>
    public static string PairsText(Dice dice) => string.Join('&', Enumerable.Range(0, 1 + dice.Below(8)).Select(_ => $"{dice.Of(Names)}={HostileText.Encoded(dice, Value(dice))}"));

    public static string LongText(Dice dice)
    {
        var text = new StringBuilder();
        while (text.Length < 20_000 - 200)
            text.Insert(0, dice.Of(HostileText.Pieces).PadRight(1 + dice.Below(3), (char)('a' + dice.Below(3))), dice.OneIn(4) ? 1 + dice.Below(4000) : 1);
        return text.ToString(0, Math.Min(text.Length, 20_000));
    }

    private static byte[] Part(Dice dice, string boundary)
    {
        var name = dice.Of(Names);
        var disposition = $"form-data; name=\"{(dice.OneIn(10) ? HostileText.Make(dice, 60) : name)}\"";
        if (name == "files" || dice.OneIn(6))
            disposition += dice.OneIn(3) ? $"; filename*=UTF-8''{HostileText.Encoded(dice, HostileText.Make(dice, 300))}" : $"; filename=\"{HostileText.Make(dice, 300)}\"";
        var more = dice.OneIn(5) ? $"Content-Type: {HostileText.Make(dice, 60)}\r\n" : "";
        var line = dice.OneIn(12) ? dice.Of(Lines) : "\r\n";
        var value = dice.OneIn(4) ? dice.Bytes(dice.Below(400)) : Encoding.UTF8.GetBytes(Value(dice));
        return [.. Encoding.UTF8.GetBytes($"--{boundary}{line}Content-Disposition: {disposition}\r\n{more}{line}"), .. value, .. "\r\n"u8];
    }

    private static string Value(Dice dice) => dice.Below(5) switch
    {
        0 => dice.Of(Values),
        1 when dice.OneIn(2) => HostileText.Draft(dice),
        _ => HostileText.Make(dice, 2000),
    };
}
