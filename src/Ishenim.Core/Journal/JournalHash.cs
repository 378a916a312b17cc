using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Journal;

/// <summary>
/// The hash of a line: SHA-256 over the hash of the line before (32 bytes) and the UTF-8 text of the line's fields,
/// one a row, in the order below. Any program can compute it again (docs/envelopes.md, "Journal").
/// </summary>
public static class JournalHash
{
    /// <summary>What stands before the first line of a book: the hash of the book's and the school's name.</summary>
    public static byte[] Start(SchoolId school, Book book) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"ishenim journal 1\n{school.Value:D}\n{book:D}\n"));

    public static byte[] Of(ReadOnlySpan<byte> before, JournalLine line)
    {
        var text = Encoding.UTF8.GetBytes(Text(line));
        var both = new byte[before.Length + text.Length];
        before.CopyTo(both);
        text.CopyTo(both, before.Length);
        return SHA256.HashData(both);
    }

    private static string Text(JournalLine line) => string.Join(
        '\n',
        line.School.Value.ToString("D"),
        ((int)line.Book).ToString(CultureInfo.InvariantCulture),
        line.Number.ToString(CultureInfo.InvariantCulture),
        line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        line.At?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-",
        line.Actor?.ToString() ?? "-",
        line.Verb,
        line.Appeal?.ToString() ?? "-",
        line.Person?.ToString() ?? "-",
        line.Detail ?? "-");
}
