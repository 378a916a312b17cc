namespace Ishenim.Pages;

/// <summary>A longer text as somebody typed it.</summary>
internal static class PlainText
{
    /// <summary>Line ends as one sign, and no control signs, which nobody types and no paper takes.</summary>
    public static string Of(string? typed)
    {
        var lines = (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.Concat(lines.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
    }
}
