namespace Ishenim.Documents.Forms;

/// <summary>Breaks a text into lines where nothing else does.</summary>
internal static class TextLines
{
    /// <summary>At blanks; a word longer than a line is broken anywhere.</summary>
    public static IEnumerable<string> Break(string text, int most)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, most)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                yield return line;
                line = "";
            }
            line = line.Length > 0 ? $"{line} {word}" : word;
        }
        yield return line;
    }

    private static IEnumerable<string> Pieces(string word, int most) =>
        word.Length <= most ? [word] : word.Chunk(most).Select(piece => new string(piece));
}
