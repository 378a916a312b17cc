namespace Ishenim.Sealing;

/// <summary>
/// Damm's check digit: every single wrong digit and every exchange of two neighbours is told (H. Michael Damm, "Total
/// anti-symmetrische Quasigruppen", Marburg 2004; the quasigroup of order 10 given there).
/// </summary>
public static class Damm
{
    private static readonly string[] Quasigroup =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The check digit of ASCII digits; '0' for digits that end in their right check digit.</summary>
    public static char Check(ReadOnlySpan<char> digits)
    {
        var interim = '0';
        foreach (var digit in digits)
            interim = Quasigroup[interim - '0'][digit - '0'];
        return interim;
    }
}
