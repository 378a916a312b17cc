using System.Globalization;

namespace Ishenim.Words;

/// <summary>The words in one language; in a page, that of the request: <c>@Say["write.title"]</c>.</summary>
public sealed class Say(WordBook words, string language)
{
    /// <summary>"ky", "ru" or "en".</summary>
    public string Language { get; } = WordBook.Languages.Contains(language)
        ? language
        : throw new ArgumentException($"'{language}' is none of {string.Join(", ", WordBook.Languages)}.", nameof(language));

    /// <summary>The words of <paramref name="key"/>.</summary>
    /// <exception cref="KeyNotFoundException">No such key.</exception>
    public string this[string key] => words[Language, key];

    /// <summary>The words of <paramref name="key"/>, each <c>{name}</c> replaced by its value (a date by <see cref="Date"/>).</summary>
    /// <exception cref="KeyNotFoundException">No such key, or a placeholder without a value.</exception>
    public string this[string key, params (string Name, object? Value)[] fill] =>
        WordBook.Placeholder().Replace(words[Language, key], match => Filled(key, match.Groups["name"].Value, fill));

    /// <summary>"16-ноябрь, 2026-жыл", "16 ноября 2026 г.", "16 November 2026".</summary>
    public string Date(DateOnly date) => Formed(date, "date.long", "month.");

    /// <summary>The form for headings of papers: "2026-жылдын 16-ноябры"; Russian and English as <see cref="Date"/>.</summary>
    public string HeadingDate(DateOnly date) => Formed(date, "date.heading", "month.heading.");

    /// <summary>"16.11.2026" in every language.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);

    private string Formed(DateOnly date, string key, string months) =>
        this[key, ("day", date.Day), ("month", words[Language, months + date.Month]), ("year", date.Year)];

    private string Filled(string key, string name, (string Name, object? Value)[] fill)
    {
        var i = Array.FindIndex(fill, one => one.Name == name);
        if (i < 0)
            throw new KeyNotFoundException($"'{key}' wants a value for '{name}'.");
        return fill[i].Value is DateOnly date ? Date(date) : Convert.ToString(fill[i].Value, CultureInfo.InvariantCulture) ?? "";
    }
}
