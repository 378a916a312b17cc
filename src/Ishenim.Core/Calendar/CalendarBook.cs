using System.Text.Json;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Calendar;

/// <summary>
/// What a school set by hand in its calendar, and its dated rules. It lies in the school's own row, so that whoever has the
/// school at hand counts with it (docs/adr/0014).
/// </summary>
public sealed record CalendarBook
{
    public const int MostDays = 1_000;
    public const int MostRules = 300;

    public static CalendarBook Empty { get; } = new();

    /// <summary>In their order, each day once.</summary>
    public IReadOnlyList<CalendarDay> Days { get; init => field = value ?? []; } = [];

    /// <summary>In the order in which they were entered; none is ever taken out.</summary>
    public IReadOnlyList<DatedRule> Rules { get; init => field = value ?? []; } = [];

    public CalendarDay? On(DateOnly day) => Days.FirstOrDefault(one => one.Day == day);

    /// <summary>With a day set, or set anew.</summary>
    public CalendarBook With(CalendarDay day) => this with { Days = [.. Days.Where(one => one.Day != day.Day).Append(day).OrderBy(one => one.Day)] };

    public CalendarBook Without(DateOnly day) => this with { Days = [.. Days.Where(one => one.Day != day)] };

    public CalendarBook With(DatedRule rule) => this with { Rules = [.. Rules, rule] };

    internal string ToJson() => JsonSerializer.Serialize(this, StoredJson.Default.CalendarBook);

    internal static CalendarBook FromJson(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.CalendarBook)!;
}
