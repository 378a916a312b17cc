using System.Text.RegularExpressions;

namespace Ishenim.Core.Appeals.Templates;

/// <summary>What is filled in when a template is put into a reply: facts that the writer knows anyway, nothing of the letter's words.</summary>
public enum Placeholder
{
    /// <summary>The number in the register.</summary>
    Number,

    /// <summary>The day on which the letter came.</summary>
    Date,
    Deadline,

    /// <summary>The school's name, in the nominative.</summary>
    School,
}

/// <summary>Placeholders stand in braces, named in any of the three languages: <c>{номер}</c>, <c>{number}</c>.</summary>
public static partial class Placeholders
{
    private static readonly Dictionary<(Placeholder, string Language), string> _names = new()
    {
        [(Placeholder.Number, "ky")] = "номер", [(Placeholder.Number, "ru")] = "номер", [(Placeholder.Number, "en")] = "number",
        [(Placeholder.Date, "ky")] = "күн", [(Placeholder.Date, "ru")] = "дата", [(Placeholder.Date, "en")] = "date",
        [(Placeholder.Deadline, "ky")] = "мөөнөт", [(Placeholder.Deadline, "ru")] = "срок", [(Placeholder.Deadline, "en")] = "deadline",
        [(Placeholder.School, "ky")] = "мектеп", [(Placeholder.School, "ru")] = "школа", [(Placeholder.School, "en")] = "school",
    };

    /// <summary>As it stands in a text: <c>{мөөнөт}</c>.</summary>
    public static string In(this Placeholder placeholder, string language) => $"{{{_names[(placeholder, language)]}}}";

    /// <summary>The first thing in braces that is none; null: all are known.</summary>
    public static string? Unknown(string text) =>
        Braces().Matches(text).FirstOrDefault(match => Named(match) is null)?.Value;

    /// <summary>In one pass, so that nothing in a value is taken for a placeholder; what is none stays as it is.</summary>
    public static string Fill(string text, Func<Placeholder, string> value) =>
        Braces().Replace(text, match => Named(match) is { } placeholder ? value(placeholder) : match.Value);

    private static Placeholder? Named(Match match)
    {
        var name = match.Groups["name"].Value.Trim();
        foreach (var (key, known) in _names)
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
                return key.Item1;
        return null;
    }

    [GeneratedRegex(@"\{(?<name>[^{}\n]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}
