using System.Globalization;
using Ishenim.Sealing;

namespace Ishenim.Core.Journal;

/// <summary>
/// What stands at the foot of a paper and proves the journal against it: the number of a line in the book of acts and the
/// first 100 bits of that line's hash, in 20 characters of Crockford's base 32: <c>1234-ABCD-EFGH-JKMN-PQRS-TVWX</c>.
/// </summary>
public sealed record Fingerprint
{
    public const int Characters = 20;
    private const int LongestLine = 15;

    private readonly string _groups;

    private Fingerprint(long line, ReadOnlySpan<byte> digits) => (Line, _groups) = (line, Crockford.Groups(digits, '-'));

    /// <summary>The line's number in the book of acts, from 1.</summary>
    public long Line { get; }

    public static Fingerprint Of(JournalLine act) => act.Book == Book.Acts
        ? new Fingerprint(act.Number, Crockford.Digits(act.Hash, Characters))
        : throw new ArgumentException("Papers are bound to the book of acts.", nameof(act));

    /// <summary>
    /// As somebody copies it from paper: in either case, with or without hyphens and blanks, O for 0, I or L for 1, and
    /// Cyrillic letters that look like Latin ones.
    /// </summary>
    public static bool TryParse(string? text, out Fingerprint? fingerprint)
    {
        fingerprint = null;
        var values = (text ?? "").Where(typed => typed is not ('-' or '–' or '‑' or ' ')).Select(Crockford.ValueOf).ToArray();
        var lineDigits = values.Length - Characters;
        if (lineDigits is < 1 or > LongestLine || values.Any(value => value < 0) || values.Take(lineDigits).Any(value => value > 9))
            return false;
        var line = long.Parse(string.Concat(values.Take(lineDigits)), CultureInfo.InvariantCulture);
        if (line < 1)
            return false;
        fingerprint = new Fingerprint(line, values[lineDigits..].Select(value => (byte)value).ToArray());
        return true;
    }

    public override string ToString() => $"{Line}-{_groups}";
}
