using System.Globalization;
using System.Text.RegularExpressions;

namespace Ishenim.Core.Appeals;

/// <summary>
/// A number of the register: <c>2026-17</c>; of the restricted series <c>2026-Ч-3</c> (чектелген), which joins the
/// common register with a number of that when the letter is closed.
/// </summary>
public sealed partial record RegisterNumber
{
    private const string RestrictedMark = "Ч-";
    private const long PlacesInYear = 10_000_000;

    private RegisterNumber(int year, bool restricted, long place) => (Year, Restricted, Place) = (year, restricted, place);

    public int Year { get; }

    public bool Restricted { get; }

    /// <summary>From 1 in its year and series.</summary>
    public long Place { get; }

    /// <summary>Orders the common register over the years: the year, then the place in it.</summary>
    public long RegisterPlace => Year * PlacesInYear + Place;

    public static RegisterNumber Common(int year, long place) => new(year, restricted: false, place);

    public static RegisterNumber OfRestricted(int year, long place) => new(year, restricted: true, place);

    /// <summary>The number of the common register that stands at a <see cref="RegisterPlace"/>.</summary>
    public static RegisterNumber AtPlace(long place) => Common((int)(place / PlacesInYear), place % PlacesInYear);

    /// <summary>
    /// Reads a number as people type it: <c>2026-17</c>, <c>№ 2026/17</c>, <c>2026-ч-3</c>; with a year given, also
    /// <c>17</c> and <c>Ч-3</c> of that year.
    /// </summary>
    public static bool TryParse(string? text, out RegisterNumber? number, int? year = null)
    {
        number = null;
        var parts = Separators().Split((text ?? "").Trim(' ', '№', '#').ToUpperInvariant()).ToList();
        if (year is { } given && parts.Count > 0 && (parts[0] == RestrictedMark[..1] || parts.Count == 1))
            parts.Insert(0, given.ToString("D4", CultureInfo.InvariantCulture));
        var restricted = parts.Count == 3 && parts[1] == RestrictedMark[..1];
        if (parts.Count != (restricted ? 3 : 2) || parts[0].Length != 4
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or >= PlacesInYear)
            return false;
        number = new RegisterNumber(parsed, restricted, place);
        return true;
    }

    public static RegisterNumber Parse(string text) =>
        TryParse(text, out var number) ? number! : throw new FormatException("Not a number of the register.");

    public override string ToString() => $"{Year:D4}-{(Restricted ? RestrictedMark : "")}{Place}";

    internal static string SeriesOf(int year, bool restricted) => $"{(restricted ? "restricted" : "appeals")}:{year}";

    [GeneratedRegex(@"\s*[-–—‑/ ]\s*", RegexOptions.None, 1000)]
    private static partial Regex Separators();
}
