using System.Text.RegularExpressions;
using Ishenim.Core.Appeals.Revealing;
using Ishenim.Core.Appeals.Searching;

namespace Ishenim.Core.Appeals.Answers;

/// <summary>
/// Looks through a reply for names of staff, phone numbers and e-mail addresses, so that nobody else is named to a writer
/// unawares. It only points at them; who sends decides.
/// </summary>
public static partial class OthersInText
{
    private const int MostFound = 12;
    private const int ShortestStem = 3;

    /// <summary>More letters than this after a name make another word: "лардыкы" is as long as suffixes get.</summary>
    private const int LongestSuffix = 7;

    /// <summary>Parts of a name that name nobody.</summary>
    private static readonly HashSet<string> Patronymics = ["уулу", "кызы", "угли", "оглу"];

    /// <param name="text">The reply as typed.</param>
    /// <param name="names">Full names of those who should not be named.</param>
    /// <returns>What was found, as it stands in the text, each wording once.</returns>
    public static IReadOnlyList<string> Find(string text, IEnumerable<string> names)
    {
        var stems = names.SelectMany(name => Word().Matches(name).Select(part => FoldedText.Of(part.Value)))
            .Where(part => part.Length >= ShortestStem && !Patronymics.Contains(part)).Select(Stem).ToHashSet(StringComparer.Ordinal);
        var named = Word().Matches(text).Select(word => word.Value).Where(word => char.IsUpper(word[0]) && Names(FoldedText.Of(word), stems));
        var reached = RevealingWords.Find(text).Where(word => word.By is Revealed.Phone or Revealed.Email).Select(word => word.Found);
        return named.Concat(reached).Distinct(StringComparer.Ordinal).Take(MostFound).ToList();
    }

    private static bool Names(string word, HashSet<string> stems) =>
        Enumerable.Range(ShortestStem, Math.Max(0, word.Length - ShortestStem + 1))
            .Any(length => word.Length - length <= LongestSuffix && stems.Contains(word[..length]));

    /// <summary>Without the last letter where it changes before a suffix: "Айнура", "Айнуре"; "Айбек", "Айбеги".</summary>
    private static string Stem(string name) => name.Length > ShortestStem && "аеиоуыэюяйькп".Contains(name[^1]) ? name[..^1] : name;

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
