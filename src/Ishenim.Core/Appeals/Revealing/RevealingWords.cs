using System.Text.RegularExpressions;

namespace Ishenim.Core.Appeals.Revealing;

/// <summary>By what an anonymous writer might be known.</summary>
public enum Revealed
{
    Phone,
    Email,
    Name,
    SchoolClass,
}

/// <summary>A place of a text that may tell who wrote it, as it stands there.</summary>
public sealed record RevealingWord(Revealed By, string Found);

/// <summary>
/// Looks for details that may name an anonymous writer: a phone number, an e-mail address, "my name is …", a class. It
/// only points at them; the writer decides. Many type Kyrgyz without ң ө ү, so both ways are known.
/// </summary>
public static partial class RevealingWords
{
    private const int MostFound = 8;
    private const int MostOfOne = 60;
    private const int Milliseconds = 1000;

    /// <summary>What was found, each wording once, in the order of <see cref="Revealed"/>; at most eight.</summary>
    public static IReadOnlyList<RevealingWord> Find(string text) =>
        Of(Revealed.Phone, Phone(), text, IsPhone)
            .Concat(Of(Revealed.Email, Email(), text, _ => true))
            .Concat(Of(Revealed.Name, Name(), text, _ => true))
            .Concat(Of(Revealed.SchoolClass, SchoolClass(), text, _ => true))
            .DistinctBy(word => (word.By, word.Found)).Take(MostFound).ToList();

    private static IEnumerable<RevealingWord> Of(Revealed by, Regex pattern, string text, Predicate<string> holds) =>
        pattern.Matches(text).Select(match => match.Value.Trim())
            .Where(found => holds(found))
            .Select(found => new RevealingWord(by, found.Length > MostOfOne ? found[..MostOfOne] : found));

    /// <summary>Nine digits, or seven behind a plus, are a number to call; fewer, or a date, a sum or a code of twenty, are not.</summary>
    private static bool IsPhone(string found) =>
        found.Count(char.IsAsciiDigit) is >= 9 and <= 15 || (found.StartsWith('+') && found.Count(char.IsAsciiDigit) >= 7);

    [GeneratedRegex(@"(?<![\d.,])\+?\d(?:[ \-\u2010-\u2013().\u00A0]{0,2}\d){6,19}(?!\d)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\p{L}\d._+\-]+@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Email();

    // "менин атым Нурлан", "атым …", "меня зовут …", "я — Айгуль …", "my name is …", "I am called …".
    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:менин\s+)?(?:аты|фамилия)м(?:\s*[-–—:])?|ысмым|меня\s+зовут|мо[её]\s+имя|моя\s+фамилия|my\s+(?:sur)?name(?:\s+is|’s|'s)|i\s+am\s+called|they\s+call\s+me)(?!\p{L})[\s:,–—-]*(?:\p{L}[\p{L}\-]*)?(?:\s+\p{Lu}[\p{L}\-]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Name();

    // "7-Б", "8 «В»", "9а класста", "11-класс", "7 класс", "5-а", "in 7B", "grade 8", "class 9".
    [GeneratedRegex(
        """(?<![\p{L}\d.,\-–/:])(?:1[01]|[1-9])(?:\s*[-–]?\s*[«"“„'][\s]*\p{L}\s*[»"”“']|[-–]?[АБВГДЕЖЗИКабвгдежзикA-Ga-g](?![\p{L}\d])|\s?[-–]?\s?[АБВГДЕЖабвгдеж]?\s*[-–]?\s*(?:-?(?:чы|чи|чу|чү)\s+)?(?:[Кк]лас|КЛАС|[Kk]lass))\p{L}*(?:\s+[Кк]лас\p{L}*)?|(?<!\p{L})(?:[Gg]rade|[Cc]lass|[Ff]orm|[Кк]ласс?)\s+(?:1[01]|[1-9])(?![\d.,:])\s?-?[A-G]?(?!\p{L})""",
        RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex SchoolClass();
}
