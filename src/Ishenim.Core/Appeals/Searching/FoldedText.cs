namespace Ishenim.Core.Appeals.Searching;

/// <summary>
/// Text as a search compares it: in small letters, and letters alike that many people type alike: ө as о, ү as у, ң as н,
/// ё as е, й as и. Each letter stays one letter, so that places in the text are kept.
/// </summary>
internal static class FoldedText
{
    /// <summary>Of a longer word only so many letters are compared.</summary>
    public const int MostLetters = 64;

    private const char NoLetter = '\0';

    /// <summary>An accent that stands after its letter, a soft hyphen, a mark without width: people do not see them.</summary>
    private const char Unseen = '\uFFFF';

    /// <summary>Up to the last letter of the Cyrillic supplement.</summary>
    private static readonly char[] _table = [.. Enumerable.Range(0, 0x530).Select(code => Fold((char)code))];

    /// <summary>Finds the next word from a place on, letters and digits without anything between.</summary>
    /// <param name="text">Where.</param>
    /// <param name="at">Where to begin; then where the word ends.</param>
    /// <param name="word">Takes the folded word; <see cref="MostLetters"/> long.</param>
    /// <param name="start">Where the word begins.</param>
    /// <returns>How many letters of the word there are to compare; 0: there is none any more.</returns>
    public static int Next(ReadOnlySpan<char> text, ref int at, Span<char> word, out int start)
    {
        while (at < text.Length && Of(text[at]) is NoLetter or Unseen)
            at++;
        start = at;
        var letters = 0;
        for (; at < text.Length && Of(text[at]) is var letter and not NoLetter; at++)
            if (letter != Unseen && letters < MostLetters)
                word[letters++] = letter;
        return letters;
    }

    /// <summary>A word as it is compared.</summary>
    public static string Of(string word) => new([.. word.Select(Of).Where(letter => letter is not (NoLetter or Unseen))]);

    private static char Of(char letter) => letter < _table.Length ? _table[letter] : Fold(letter);

    private static char Fold(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ө' or 'ѳ' => 'о',
        'ү' => 'у',
        'ң' => 'н',
        'ё' => 'е',
        'й' => 'и',
        >= '\u0300' and <= '\u036F' or '\u00AD' or >= '\u200B' and <= '\u200D' or '\u2060' or '\uFEFF' => Unseen,
        var small when char.IsLetterOrDigit(small) => small,
        _ => NoLetter,
    };
}
