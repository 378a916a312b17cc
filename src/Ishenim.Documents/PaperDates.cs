using System.Globalization;

namespace Ishenim.Documents;

/// <summary>Days and times as papers write them; no ending is ever glued to one.</summary>
public static class PaperDates
{
    private static readonly string[] Kyrgyz =
        ["январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры", "октябры", "ноябры", "декабры"];

    private static readonly string[] Russian =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>In lines: 16.11.2026.</summary>
    public static string Short(DateOnly day) => day.ToString("dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);

    /// <summary>In headings: 2026-жылдын 16-ноябры; 16 ноября 2026 г.</summary>
    public static string Long(DateOnly day, PaperLanguage language) => language == PaperLanguage.Kyrgyz
        ? $"{day.Year}-жылдын {day.Day}-{Kyrgyz[day.Month - 1]}"
        : $"{day.Day} {Russian[day.Month - 1]} {day.Year} г.";

    /// <summary>15:10.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);
}
