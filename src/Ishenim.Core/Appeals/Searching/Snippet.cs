namespace Ishenim.Core.Appeals.Searching;

/// <summary>A piece of a text that was found.</summary>
/// <param name="Text">As it was written; line breaks are blanks.</param>
/// <param name="IsHit">Whether it is one of the words that were looked for.</param>
public sealed record SnippetPiece(string Text, bool IsHit);

internal static class Snippet
{
    private const int Before = 60;
    private const int Length = 220;
    private const string More = "…";

    /// <summary>The surroundings of the first hit; hits are in their order and touch nowhere.</summary>
    public static IReadOnlyList<SnippetPiece> Of(string text, IReadOnlyList<(int Start, int End)> hits)
    {
        var first = hits[0];
        var from = Begin(text, first.Start);
        var to = Math.Max(first.End, End(text, from));
        var pieces = new List<SnippetPiece>();
        var at = from;
        foreach (var (start, end) in hits.Where(hit => hit.End <= to))
        {
            Add(pieces, text[at..start], isHit: false);
            Add(pieces, text[start..end], isHit: true);
            at = end;
        }
        Add(pieces, text[at..to], isHit: false);
        if (from > 0)
            pieces.Insert(0, new SnippetPiece(More, IsHit: false));
        if (to < text.Length)
            pieces.Add(new SnippetPiece(More, IsHit: false));
        return pieces;
    }

    /// <summary>After the blank before; else just there, but never within a character of two halves.</summary>
    private static int Begin(string text, int hit)
    {
        if (hit <= Before)
            return 0;
        var blank = text.AsSpan(hit - Before, Before).IndexOfAny(' ', '\n');
        return blank >= 0 ? hit - Before + blank + 1 : hit - Before + (char.IsLowSurrogate(text[hit - Before]) ? 1 : 0);
    }

    private static int End(string text, int from)
    {
        if (text.Length - from <= Length)
            return text.Length;
        var blank = text.AsSpan(from, Length).LastIndexOfAny(' ', '\n');
        return from + (blank > Length / 2 ? blank : Length - (char.IsHighSurrogate(text[from + Length - 1]) ? 1 : 0));
    }

    private static void Add(List<SnippetPiece> pieces, string text, bool isHit)
    {
        if (text.Length > 0)
            pieces.Add(new SnippetPiece(text.ReplaceLineEndings(" "), isHit));
    }
}
