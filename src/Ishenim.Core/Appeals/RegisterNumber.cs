using System.Globalization;

namespace Ishenim.Core.Appeals;

/// <summary>
/// A number of the register: <c>2026-17</c>; of the restricted series <c>2026-Ч-3</c> (чектелген), which joins the
/// common register with a number of that when the letter is closed.
/// </summary>
public sealed record RegisterNumber
{
    private const string RestrictedMark = "Ч-";

    private RegisterNumber(int year, bool restricted, long place) => (Year, Restricted, Place) = (year, restricted, place);

    public int Year { get; }

    public bool Restricted { get; }

    /// <summary>From 1 in its year and series.</summary>
    public long Place { get; }

    /// <summary>Orders the common register over the years: the year, then the place in it.</summary>
    public long RegisterPlace => Year * 10_000_000L + Place;

    public static RegisterNumber Common(int year, long place) => new(year, restricted: false, place);

    public static RegisterNumber OfRestricted(int year, long place) => new(year, restricted: true, place);

    public static bool TryParse(string? text, out RegisterNumber? number)
    {
        number = null;
        var parts = (text ?? "").Trim().ToUpperInvariant().Split('-', 2);
        if (parts.Length != 2 || parts[0].Length != 4)
            return false;
        var restricted = parts[1].StartsWith(RestrictedMark, StringComparison.Ordinal);
        var last = restricted ? parts[1][RestrictedMark.Length..] : parts[1];
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1)
            return false;
        number = new RegisterNumber(year, restricted, place);
        return true;
    }

    public static RegisterNumber Parse(string text) =>
        TryParse(text, out var number) ? number! : throw new FormatException("Not a number of the register.");

    public override string ToString() => $"{Year}-{(Restricted ? RestrictedMark : "")}{Place}";

    internal static string SeriesOf(int year, bool restricted) => $"{(restricted ? "restricted" : "appeals")}:{year}";
}
