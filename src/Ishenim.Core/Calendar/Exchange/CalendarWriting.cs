using System.Text;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>Writes lines of a calendar file (RFC 5545).</summary>
internal static class CalendarWriting
{
    /// <summary>Octets of a line, without its end (RFC 5545, 3.1).</summary>
    private const int LineOctets = 75;

    public static string Escaped(string text) => text
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>A long line goes on behind a blank on the next one, never within a letter.</summary>
    public static void Line(StringBuilder file, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
