using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Ishenim.Core.Appeals.Searching;

/// <summary>What is looked for: a letter is found when each of the words stands in it, wherever.</summary>
public sealed class SearchWords
{
    public const int TextLength = 200;
    public const int MostWords = 8;

    /// <summary>A single letter stands in every text.</summary>
    private const int LeastLetters = 2;

    private readonly IReadOnlyList<SearchWord> _words;

    private SearchWords(IReadOnlyList<SearchWord> words) => _words = words;

    /// <summary>False where there is no word to look for, or more than <see cref="MostWords"/>.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out SearchWords? words)
    {
        words = null;
        var found = WordsOf(typed ?? "").Distinct().ToList();
        if (typed is { Length: > TextLength } || found.Count is 0 or > MostWords || found.TrueForAll(word => word.Length < LeastLetters && !char.IsDigit(word[0])))
            return false;
        words = new SearchWords(found.ConvertAll(word => new SearchWord(word)));
        return true;
    }

    /// <summary>The piece of the texts that shows most of the words; null where one of them stands in none.</summary>
    public IReadOnlyList<SnippetPiece>? FindIn(IReadOnlyList<string> texts)
    {
        var (all, best, where) = (0u, 0u, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var here = Scan(texts[i], null);
            if (BitOperations.PopCount(here) > BitOperations.PopCount(best))
                (best, where) = (here, i);
            all |= here;
        }
        if (all != (1u << _words.Count) - 1)
            return null;
        var hits = new List<(int Start, int End)>();
        Scan(texts[where], hits);
        return Snippet.Of(texts[where], hits);
    }

    /// <summary>Which of the words stand in a text, a bit for each; and where.</summary>
    private uint Scan(ReadOnlySpan<char> text, List<(int Start, int End)>? hits)
    {
        Span<char> word = stackalloc char[FoldedText.MostLetters];
        var found = 0u;
        for (int at = 0, letters; (letters = FoldedText.Next(text, ref at, word, out var start)) > 0;)
        {
            var here = Which(word[..letters]);
            found |= here;
            if (here != 0)
                hits?.Add((start, at));
        }
        return found;
    }

    private uint Which(ReadOnlySpan<char> word)
    {
        var which = 0u;
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].Is(word))
                which |= 1u << i;
        return which;
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        Span<char> word = stackalloc char[FoldedText.MostLetters];
        for (int at = 0, letters; (letters = FoldedText.Next(text, ref at, word, out _)) > 0;)
            words.Add(new string(word[..letters]));
        return words;
    }
}
