using System.Text;

namespace Ishenim.Core.Appeals.Redacting;

/// <summary>Blacks words of a letter out, and finds them again in a copy.</summary>
public static class Blackening
{
    /// <summary>Stands for any number of words that follow each other: neither their length nor their number shows.</summary>
    public const string Bar = "█████";

    /// <summary>The text with one bar for each run of blackened words, over the ends of lines too; places out of range say nothing.</summary>
    public static string Apply(LetterWords letter, IReadOnlyCollection<int> blackened)
    {
        var (places, text) = (blackened.ToHashSet(), new StringBuilder(letter.Lead));
        for (var i = 0; i < letter.Words.Count; i++)
        {
            var word = letter.Words[i];
            if (!places.Contains(i))
                text.Append(word.Text).Append(word.Gap);
            else if (!places.Contains(i + 1) || i + 1 == letter.Words.Count)
                text.Append(Bar).Append(word.Gap);
        }
        return text.ToString();
    }

    /// <summary>
    /// Which words of the letter a copy blacks out, so that they are not kept anywhere; where several answers make the same
    /// copy, one of them.
    /// </summary>
    /// <returns>Empty: it is no copy of this letter.</returns>
    public static IReadOnlyCollection<int> Find(LetterWords letter, string copy)
    {
        var (words, pieces) = (letter.Words, PiecesOf(LetterWords.Of(copy).Words));
        var (found, at) = (new List<int>(), 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var start = i == 0 ? 0 : i == pieces.Count - 1 ? words.Count - pieces[i].Words.Count : NextPlace(words, pieces[i], at + 1);
            if ((i > 0 && start <= at) || !StandsAt(words, pieces[i], start))
                return [];
            found.AddRange(Enumerable.Range(at, start - at));
            at = start + pieces[i].Words.Count;
        }
        return found;
    }

    /// <summary>What stands before, between and after the bars.</summary>
    private static List<Piece> PiecesOf(IReadOnlyList<LetterWord> copy)
    {
        var pieces = new List<Piece> { new(null, []) };
        foreach (var word in copy)
            if (word.Text == Bar)
                pieces.Add(new Piece(word.Gap, []));
            else
                pieces[^1].Words.Add(word);
        return pieces;
    }

    private static int NextPlace(IReadOnlyList<LetterWord> words, Piece piece, int from)
    {
        while (from + piece.Words.Count <= words.Count && !StandsAt(words, piece, from))
            from++;
        return from;
    }

    private static bool StandsAt(IReadOnlyList<LetterWord> words, Piece piece, int at) =>
        at + piece.Words.Count <= words.Count && (piece.Gap is null || words[at - 1].Gap == piece.Gap) && !piece.Words.Where((word, i) => words[at + i] != word).Any();

    /// <param name="Gap">What stands between the bar before it and the piece; null: there is no bar.</param>
    /// <param name="Words">The words that can be read.</param>
    private sealed record Piece(string? Gap, List<LetterWord> Words);
}
