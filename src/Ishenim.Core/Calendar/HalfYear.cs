using System.Runtime.InteropServices;

namespace Ishenim.Core.Calendar;

/// <summary>
/// Half of a school year: the first from September to December, the second from January on. The summer
/// belongs to the second, so that no letter is missing from the reports.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HalfYear
{
    private HalfYear(SchoolYear year, int number) => (Year, Number) = (year, number);

    public SchoolYear Year { get; }

    /// <summary>1 or 2.</summary>
    public int Number { get; }

    public DateOnly FirstDay => Number == 1 ? Year.FirstDay : new(Year.Begins + 1, 1, 1);

    public DateOnly LastDay => Number == 1 ? new(Year.Begins, 12, 31) : Year.LastDay;

    public static HalfYear From(DateOnly day) => new(SchoolYear.From(day), day.Month >= 9 ? 1 : 2);

    public static HalfYear First(SchoolYear year) => new(year, 1);

    public static HalfYear Second(SchoolYear year) => new(year, 2);

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    public override string ToString() => $"{Year}, {Number}";
}
