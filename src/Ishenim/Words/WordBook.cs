using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ishenim.Words;

/// <summary>
/// Every string of the screens in Kyrgyz, Russian and English. Read once, from the <c>words.json</c> files embedded in
/// the program: <c>{ "key": { "ky": "…", "ru": "…", "en": "…" } }</c>. Immutable.
/// </summary>
/// <exception cref="InvalidOperationException">On reading: a language is missing, a key is double, or the placeholders
/// of the three languages differ. The message names file and key.</exception>
public sealed partial class WordBook
{
    /// <summary>The languages, the first being the one that a school has unless it chose another.</summary>
    public static IReadOnlyList<string> Languages => _languages;

    private static readonly string[] _languages = ["ky", "ru", "en"];

    private readonly FrozenDictionary<string, string[]> _words;

    public WordBook(IEnumerable<(string File, string Json)> files)
    {
        var words = new Dictionary<string, string[]>();
        foreach (var (file, json) in files)
            using (var document = JsonDocument.Parse(json))
                foreach (var entry in document.RootElement.EnumerateObject())
                    if (!words.TryAdd(entry.Name, Read(file, entry)))
                        throw Bad(file, entry.Name, "stands twice");
        _words = words.ToFrozenDictionary();
    }

    /// <summary>All keys, in no order.</summary>
    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <summary>The string as written, placeholders included.</summary>
    /// <exception cref="KeyNotFoundException">No such key, or no such language.</exception>
    public string this[string language, string key] => _words.TryGetValue(key, out var said) && Index(language) is >= 0 and var i
        ? said[i]
        : throw new KeyNotFoundException($"No words for '{key}' in '{language}'.");

    /// <summary>The same words, spoken in one language: for papers and mail, whose language is not the screen's.</summary>
    public Say In(string language) => new(this, language);

    /// <summary>The names between braces, in the order they stand.</summary>
    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The words embedded in <paramref name="assembly"/>.</summary>
    public static WordBook Embedded(Assembly assembly) => new(
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith("words.json", StringComparison.Ordinal)
        select (name, new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd()));

    private static int Index(string language) => Array.IndexOf(_languages, language);

    private static string[] Read(string file, JsonProperty entry)
    {
        var said = new string[Languages.Count];
        foreach (var one in entry.Value.EnumerateObject())
            if (Index(one.Name) is var i and >= 0 && said[i] is null)
                said[i] = one.Value.GetString() ?? "";
            else
                throw Bad(file, entry.Name, $"has '{one.Name}' twice, or it is no language");
        if (Array.FindIndex(said, string.IsNullOrWhiteSpace) is var missing and >= 0)
            throw Bad(file, entry.Name, $"lacks '{Languages[missing]}'");
        if (said.Select(one => string.Join(' ', Placeholders(one).Distinct().Order(StringComparer.Ordinal))).Distinct().Count() > 1)
            throw Bad(file, entry.Name, "has different placeholders in its languages");
        return said;
    }

    private static InvalidOperationException Bad(string file, string key, string fault) => new($"{file}: '{key}' {fault}.");

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Placeholder();
}
