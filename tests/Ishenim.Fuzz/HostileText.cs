using System.Buffers.Text;
using System.Text;

namespace Ishenim.Fuzz;

/// <summary>Texts that somebody means harm with, or that a broken device sends; lone surrogates among them.</summary>
public static class HostileText
{
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "", " ", "\0", "\r\n", "\t", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\uD83D", "\uDE00", "😀", "\u202E", "\u2066", "\u200F", "e\u0301\u0301\u0301",
        "../", "..\\", "/etc/passwd", "C:\\", "%00", "%2e%2e%2f", "%", "%u0000", "+", "\"", "'", "`", "<", ">", "&", ";", "=", "--", "{0}", "{{7*7}}", "${7*7}", "@(7*7)",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "' OR 1=1 --", "=cmd|'/c calc'!A1",
        "0", "-1", "1e9", "9223372036854775807", "9223372036854775808", "99999999999999999999", "0001-01-01", "9999-12-31", "2026-02-30", "NaN", "true", "on", "null",
        "2026-17", "2026-Ч-3", "№", "0000-1", "Салам", "ңөүҢӨҮ", "мугалим", "٠١٢٣", "１２３４", "٣-٤", "a@b.kg", "+996 700 12 34 56", "7-Б класс",
    ];

    /// <summary>Up to five pieces and single signs; now and then one of them very often.</summary>
    public static string Make(Dice dice, int most = 4000)
    {
        var text = new StringBuilder();
        for (var parts = dice.Below(5); parts >= 0; parts--)
            if (dice.OneIn(3))
                text.Append((char)dice.Next());
            else
                text.Append(dice.Of(Pieces));
        if (dice.OneIn(12))
            text.Insert(dice.Below(text.Length), dice.Of(Pieces).PadRight(1, 'a'), 1 + dice.Below(300));
        return text.Length > most ? text.ToString(0, most) : text.ToString();
    }

    /// <summary>A token of a letter's draft, well made.</summary>
    public static string Draft(Dice dice) => Base64Url.EncodeToString(dice.Bytes(48));

    /// <summary>As it may stand in an address or a form: encoded well, badly, or not at all.</summary>
    public static string Encoded(Dice dice, string text) => dice.Below(6) switch
    {
        0 => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}")),
        1 => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))).Replace("%20", "+", StringComparison.Ordinal),
        2 => "%ED%A0%80" + Uri.EscapeDataString("x") + "%C0%80%FF",
        3 => string.Concat(dice.Bytes(1 + dice.Below(12)).Select(one => $"%{one:x2}")),
        4 => "%" + text.Length + "%zz%u00ff",
        _ => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))),
    };
}
