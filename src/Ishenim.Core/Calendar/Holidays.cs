using System.Globalization;

namespace Ishenim.Core.Calendar;

/// <summary>A non-working holiday of the Kyrgyz Republic.</summary>
/// <param name="Day">The day in the Gregorian calendar.</param>
/// <param name="Kind">Which holiday.</param>
/// <param name="Expected">
/// The day follows the moon and was not yet announced when this program was made: it may move by a day.
/// The director or responsible person confirms it or says on which day it is.
/// </param>
public readonly record struct Holiday(DateOnly Day, HolidayKind Kind, bool Expected);

public enum HolidayKind
{
    NewYear,
    WomensDay,
    Nooruz,
    MayDays,
    IndependenceDay,
    OrozoAit,
    KurmanAit,
}

public static class HolidayKinds
{
    /// <summary>Whether it follows the moon.</summary>
    public static bool IsAit(this HolidayKind kind) => kind is HolidayKind.OrozoAit or HolidayKind.KurmanAit;
}

/// <summary>
/// The non-working holidays under the Labour Code of 2025: 1–7 January, 8 March, 21 March, 1–9 May,
/// 31 August and the two aits. A holiday on a weekend is not moved. 23 February, 7 April and 7–8 November
/// are working days, though holidays.
/// </summary>
/// <remarks>
/// Days off that the government grants to budget bodies alone (8–9 January 2026, say) are not here:
/// a school sets them itself, see <see cref="BudgetBodiesDaysOff2026"/>.
/// </remarks>
public static class Holidays
{
    private static readonly UmAlQuraCalendar Lunar = new();

    private static readonly Dictionary<int, Holiday[]> Announced = new()
    {
        [2025] = [Ait(2025, 3, 30, HolidayKind.OrozoAit), Ait(2025, 6, 6, HolidayKind.KurmanAit)],
        [2026] = [Ait(2026, 3, 20, HolidayKind.OrozoAit), Ait(2026, 5, 27, HolidayKind.KurmanAit, expected: true)],
        [2027] =
        [
            Ait(2027, 3, 9, HolidayKind.OrozoAit, expected: true),
            Ait(2027, 5, 16, HolidayKind.KurmanAit, expected: true),
        ],
    };

    /// <summary>8 and 9 January 2026, granted to budget bodies: a proposal for a school's own days off.</summary>
    public static IReadOnlyList<DateOnly> BudgetBodiesDaysOff2026 { get; } = [new(2026, 1, 8), new(2026, 1, 9)];

    /// <summary>The first and last year whose aits can be known; the lunar table goes from 1318 to 1500 AH.</summary>
    public static (int First, int Last) Years { get; } = (1901, 2076);

    /// <summary>A year's holidays in order of their days; aits that fall on another holiday stand twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="Years"/>.</exception>
    public static IReadOnlyList<Holiday> In(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Years.First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Years.Last);
        return [.. Fixed(year).Concat(Aits(year)).OrderBy(holiday => holiday.Day)];
    }

    private static IEnumerable<Holiday> Fixed(int year)
    {
        for (var day = 1; day <= 7; day++)
            yield return new(new(year, 1, day), HolidayKind.NewYear, false);
        yield return new(new(year, 3, 8), HolidayKind.WomensDay, false);
        yield return new(new(year, 3, 21), HolidayKind.Nooruz, false);
        for (var day = 1; day <= 9; day++)
            yield return new(new(year, 5, day), HolidayKind.MayDays, false);
        yield return new(new(year, 8, 31), HolidayKind.IndependenceDay, false);
    }

    private static IEnumerable<Holiday> Aits(int year) => Announced.TryGetValue(year, out var known)
        ? known
        : MoonDays(year, month: 10, day: 1, HolidayKind.OrozoAit).Concat(MoonDays(year, month: 12, day: 10, HolidayKind.KurmanAit));

    // A lunar year is eleven days shorter: now and then an ait comes twice in a year of ours.
    private static IEnumerable<Holiday> MoonDays(int year, int month, int day, HolidayKind kind)
    {
        var first = Lunar.GetYear(new(year, 1, 1));
        for (var lunarYear = first; lunarYear <= first + 1; lunarYear++)
        {
            var found = DateOnly.FromDateTime(Lunar.ToDateTime(lunarYear, month, day, 0, 0, 0, 0));
            if (found.Year == year)
                yield return new(found, kind, true);
        }
    }

    private static Holiday Ait(int year, int month, int day, HolidayKind kind, bool expected = false) =>
        new(new(year, month, day), kind, expected);
}
