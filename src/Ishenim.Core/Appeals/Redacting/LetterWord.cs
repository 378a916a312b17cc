namespace Ishenim.Core.Appeals.Redacting;

/// <summary>A letter's text cut at its white space; joined again it is what it was, to the character.</summary>
/// <param name="Lead">The white space before the first word.</param>
/// <param name="Words">What can be blacked out, each alone: a word with whatever stands close to it.</param>
public sealed record LetterWords(string Lead, IReadOnlyList<LetterWord> Words)
{
    public static LetterWords Of(string text)
    {
        var words = new List<LetterWord>();
        var at = EndOf(text, 0, char.IsWhiteSpace);
        var lead = text[..at];
        while (at < text.Length)
        {
            var end = EndOf(text, at, one => !char.IsWhiteSpace(one));
            var next = EndOf(text, end, char.IsWhiteSpace);
            words.Add(new LetterWord(text[at..end], text[end..next]));
            at = next;
        }
        return new LetterWords(lead, words);
    }

    private static int EndOf(string text, int from, Func<char, bool> belongs)
    {
        while (from < text.Length && belongs(text[from]))
            from++;
        return from;
    }
}

/// <summary>A word and the white space up to the next, line breaks too.</summary>
public sealed record LetterWord(string Text, string Gap);
