namespace Ishenim.Pages.Desk.Calendar;

/// <summary>A year of the calendar as one person sees it.</summary>
public sealed record YearView(int Year, IReadOnlyList<MonthView> Months, IReadOnlyList<DateOnly> Expected);

/// <summary>A month, its weeks from Monday on.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Weeks">Seven days each; null where another month's stand.</param>
/// <param name="Named">Holidays and what was set by hand, days in a row together.</param>
public sealed record MonthView(int Month, IReadOnlyList<IReadOnlyList<DayView?>> Weeks, IReadOnlyList<NamedDays> Named);

public sealed record DayView
{
    public required DateOnly Day { get; init; }

    public required bool IsOff { get; init; }

    /// <summary>An ait that was not announced yet.</summary>
    public required bool Expected { get; init; }

    public required bool IsToday { get; init; }

    /// <summary>Letters of this person's that are due.</summary>
    public required int Letters { get; init; }

    /// <summary>Numbers of the boxes to be opened.</summary>
    public required IReadOnlyList<int> Boxes { get; init; }
}

public sealed record NamedDays(DateOnly First, DateOnly Last, string Text, bool Expected)
{
    public string Days => First == Last ? $"{First.Day}" : $"{First.Day}–{Last.Day}";
}
