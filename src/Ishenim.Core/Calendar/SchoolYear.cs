using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ishenim.Core.Calendar;

/// <summary>
/// A school year, from 1 September to 31 August: letters of the summer belong to the year that ends.
/// Written <c>2026–2027</c>.
/// </summary>
public readonly record struct SchoolYear : IComparable<SchoolYear>
{
    private readonly int begins;

    private SchoolYear(int begins) => this.begins = begins;

    /// <summary>The calendar year it begins in.</summary>
    public int Begins => begins == 0 ? throw new InvalidOperationException("A school year was never set.") : begins;

    public DateOnly FirstDay => new(Begins, 9, 1);

    public DateOnly LastDay => new(Begins + 1, 8, 31);

    public SchoolYear Next => new(Begins + 1);

    public SchoolYear Previous => new(Begins - 1);

    public static SchoolYear From(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1);

    /// <summary>The school year that begins in a calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 1900 to 2999.</exception>
    public static SchoolYear BeginningIn(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        return new(year);
    }

    /// <summary>Reads <c>2026–2027</c>, also with a hyphen or a slash.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SchoolYear year)
    {
        year = default;
        if (text is not { Length: 9 } || text[4] is not ('–' or '-' or '/')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var begins)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var ends)
            || ends != begins + 1 || begins is < 1900 or > 2999)
            return false;
        year = new(begins);
        return true;
    }

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    public int CompareTo(SchoolYear other) => begins.CompareTo(other.begins);

    public override string ToString() => $"{Begins}–{Begins + 1}";

    public static bool operator <(SchoolYear left, SchoolYear right) => left.CompareTo(right) < 0;

    public static bool operator >(SchoolYear left, SchoolYear right) => left.CompareTo(right) > 0;

    public static bool operator <=(SchoolYear left, SchoolYear right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SchoolYear left, SchoolYear right) => left.CompareTo(right) >= 0;
}
