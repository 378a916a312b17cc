namespace Ishenim.Core.Appeals.Searching;

/// <summary>One word that is looked for, in whatever form it stands.</summary>
internal sealed class SearchWord
{
    private readonly string _word;
    private readonly IReadOnlyCollection<string> _stems;

    /// <param name="word">Folded.</param>
    public SearchWord(string word)
    {
        _word = word;
        // A number has no endings: 5 is not 50.
        _stems = word.Any(char.IsDigit) ? [] : Endings.StemsOf(word);
    }

    /// <summary>Whether a folded word of a text is it.</summary>
    public bool Is(ReadOnlySpan<char> word)
    {
        if (word.SequenceEqual(_word))
            return true;
        foreach (var stem in _stems)
            if (Begins(word, stem) && (stem.Length >= Endings.Telling || Endings.Are(word[stem.Length..])))
                return true;
        return false;
    }

    /// <summary>The last letter of a stem changes before some endings: китеп, китебим; тамак, тамагы.</summary>
    private static bool Begins(ReadOnlySpan<char> word, string stem) =>
        word.Length >= stem.Length && word.StartsWith(stem.AsSpan(0, stem.Length - 1)) && Hard(word[stem.Length - 1]) == Hard(stem[^1]);

    private static char Hard(char letter) => letter switch { 'б' => 'п', 'г' => 'к', _ => letter };
}
