using System.Text;

namespace Ishenim.Documents.Csv;

/// <summary>
/// A document's widest table as text (RFC 4180), for those who come in fifty years. Semicolons part the cells, as office
/// programs here expect it; the mark at the beginning tells them that it is UTF-8.
/// </summary>
public static class CsvWriter
{
    private const char Comma = ';';

    public static byte[] Write(Document document)
    {
        var table = document.Blocks.OfType<Table>().MaxBy(table => table.Columns.Count);
        var text = new StringBuilder();
        if (table is not null)
        {
            Line(text, table.Columns.Select(column => column.Head));
            foreach (var row in table.Rows)
                Line(text, row.Select(cell => cell.Text));
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(Comma, cells.Select(Of)).Append("\r\n");

    /// <summary>A text that a program would take for a formula begins with an apostrophe, as if somebody had typed it as a text.</summary>
    private static string Of(string cell)
    {
        var clean = CleanText.Of(cell);
        if (clean.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..])
            clean = "'" + clean;
        return clean.AsSpan().IndexOfAny("\";\n\r,") < 0 ? clean : $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
