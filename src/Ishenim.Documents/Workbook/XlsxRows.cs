namespace Ishenim.Documents.Workbook;

/// <summary>A document's blocks as rows from the top down.</summary>
/// <param name="Lines">Each row's cells.</param>
/// <param name="Columns">The widest table's columns; empty where there is no table.</param>
/// <param name="Head">The number of the row that is that table's head, from 1; null where there is none.</param>
internal sealed record XlsxRows(IReadOnlyList<XlsxRow> Lines, IReadOnlyList<Column> Columns, int? Head)
{
    public static XlsxRows Of(Document document)
    {
        var lines = new List<XlsxRow>();
        Table? widest = null;
        int? head = null;
        foreach (var block in Flat(document.Blocks))
        {
            if (block is Table table && table.Columns.Count > (widest?.Columns.Count ?? 0))
                (widest, head) = (table, lines.Count + 1);
            lines.AddRange(RowsOf(block));
        }
        return new XlsxRows(lines, widest?.Columns ?? [], head);
    }

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Part part => Flat(part.Blocks),
        Beside beside => Flat([.. beside.Left, .. beside.Right]),
        _ => [block],
    });

    private static IEnumerable<XlsxRow> RowsOf(Block block) => block switch
    {
        Title title => Texts(XlsxLook.Head, title.Text, title.Below),
        Heading heading => Texts(XlsxLook.Free, [.. heading.Left, .. heading.Right]),
        Paragraph paragraph => Texts(XlsxLook.Free, paragraph.Text),
        Facts facts => Texts(XlsxLook.Free, [.. facts.Lines.Select(fact => $"{fact.Name}: {fact.Value}")]),
        Numbered list => Texts(XlsxLook.Free, [.. list.Lines.Select((line, i) => $"{i + 1}. {line}")]),
        Bulleted list => Texts(XlsxLook.Free, [.. list.Lines.Select(line => $"· {line}")]),
        Signatures signatures => Texts(XlsxLook.Free, [.. signatures.Lines.Select(line => $"{line.Before} ____________ {line.Name}".TrimStart())]),
        FingerprintFoot foot => Texts(XlsxLook.Free, foot.Label, foot.Text),
        QrCode code => Texts(XlsxLook.Free, code.Below),
        Table table => [new XlsxRow(XlsxLook.TableHead, [.. table.Columns.Select(column => Cell.FromText(column.Head))]),
            .. table.Rows.Select(row => new XlsxRow(XlsxLook.InTable, row))],
        _ => [],
    };

    private static IEnumerable<XlsxRow> Texts(XlsxLook look, params IEnumerable<string?> lines) =>
        lines.OfType<string>().Select(line => new XlsxRow(look, [Cell.FromText(line)]));
}

internal sealed record XlsxRow(XlsxLook Look, IReadOnlyList<Cell> Cells);

/// <summary>Their values are the places in the style sheet.</summary>
internal enum XlsxLook
{
    Free = 0,
    Head = 1,
    TableHead = 2,
    InTable = 3,
    DayInTable = 4,
    /// <summary>A text that would be a formula if somebody typed it: a later edit leaves it a text.</summary>
    QuotedInTable = 5,
    QuotedFree = 6,
}
