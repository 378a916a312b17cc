using System.Text;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>A property of a calendar file: <c>NAME;PARAMETER=…:VALUE</c>, its folded lines joined.</summary>
internal sealed record CalendarLine(int Number, string Name, string Parameters, string Value)
{
    /// <summary>Whether a parameter says so, such as <c>VALUE=DATE</c>.</summary>
    public bool Says(string parameter) => Parameters.Split(';').Contains(parameter, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Takes a calendar file apart into its properties.</summary>
internal static class CalendarLines
{
    private const int MostCharacters = 4_000;
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="CalendarFileException">It is no text, or a line is no property.</exception>
    public static IEnumerable<CalendarLine> Of(ReadOnlySpan<byte> file) => Unfolded(Text(file)).Select(line => Property(line.Number, line.Text));

    private static string Text(ReadOnlySpan<byte> file)
    {
        try
        {
            return _strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new CalendarFileException(FileFault.NotText, 0);
        }
    }

    private static List<(int Number, string Text)> Unfolded(string text)
    {
        var lines = new List<(int Number, StringBuilder Text)>();
        var number = 0;
        foreach (var line in text.EnumerateLinesOf())
        {
            number++;
            if (line.Length == 0)
                continue;
            if (line[0] is not (' ' or '\t'))
                lines.Add((number, new StringBuilder(line)));
            else if (lines.Count == 0)
                throw new CalendarFileException(FileFault.NotCalendar, number);
            else
                lines[^1].Text.Append(line, 1, line.Length - 1);
            if (lines[^1].Text.Length > MostCharacters)
                throw new CalendarFileException(FileFault.BadLine, number);
        }
        return lines.ConvertAll(line => (line.Number, line.Text.ToString()));
    }

    private static IEnumerable<string> EnumerateLinesOf(this string text) => text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line);

    private static CalendarLine Property(int number, string line)
    {
        var nameEnd = line.AsSpan().IndexOfAny(';', ':');
        if (nameEnd <= 0 || !line.AsSpan(0, nameEnd).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new CalendarFileException(FileFault.BadLine, number);
        var valueBegins = ColonAfter(line, nameEnd);
        if (valueBegins < 0)
            throw new CalendarFileException(FileFault.BadLine, number);
        return new CalendarLine(number, line[..nameEnd].ToUpperInvariant(), line[nameEnd..valueBegins].TrimStart(';'), line[(valueBegins + 1)..]);
    }

    /// <summary>The colon before the value; one between quotes belongs to a parameter.</summary>
    private static int ColonAfter(string line, int from)
    {
        var quoted = false;
        for (var i = from; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
                return i;
        }
        return -1;
    }
}
