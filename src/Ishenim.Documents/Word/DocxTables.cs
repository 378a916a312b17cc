using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Ishenim.Documents.Word;

/// <summary>Tables with lines, whose head stands on each sheet, and such without, which only place things beside each other.</summary>
internal static class DocxTables
{
    private const int HandRowMillimetres = 12;

    public static IEnumerable<OpenXmlElement> Ruled(Table table, int millimetres)
    {
        var whole = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => DocxPage.Twentieths(millimetres) * column.Width / whole).ToList();
        var word = Framed(widths, BorderValues.Single);
        word.Append(Row(table.Columns.Select((column, i) => Cell(widths[i], [Head.Of(column.Head)])), head: true, table.ByHand));
        foreach (var row in table.Rows)
            word.Append(Row(row.Select((cell, i) => Cell(widths[i], [(cell.Number is null ? Left : Middle).Of(cell.Text)])), head: false, table.ByHand));
        yield return word;
        yield return After();
    }

    public static IEnumerable<OpenXmlElement> Bare(int millimetres, int rightMillimetres, IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right)
    {
        List<int> widths = [DocxPage.Twentieths(millimetres - rightMillimetres), DocxPage.Twentieths(rightMillimetres)];
        var word = Framed(widths, BorderValues.None);
        word.Append(new TableRow(Cell(widths[0], left), Cell(widths[1], right)));
        yield return word;
        yield return After();
    }

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph WritingLine() => new(new ParagraphProperties(
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1 }, new BetweenBorder { Val = BorderValues.Single, Size = 4, Space = 1 }),
        new SpacingBetweenLines { Before = "0", After = "0", Line = "510", LineRule = LineSpacingRuleValues.Exact }));

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Room(int millimetres) => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "0", Line = $"{DocxPage.Twentieths(millimetres)}", LineRule = LineSpacingRuleValues.Exact }));

    private static DocxText Head => new() { Strong = true, Centred = true, Room = 1 };

    private static DocxText Left => new() { Room = 1 };

    private static DocxText Middle => new() { Centred = true, Room = 1 };

    private static WordTable Framed(List<int> widths, BorderValues border) => new(
        new TableProperties(
            new TableWidth { Width = widths.Sum().ToString(), Type = TableWidthUnitValues.Dxa },
            new TableBorders(Line<TopBorder>(border), Line<LeftBorder>(border), Line<BottomBorder>(border), Line<RightBorder>(border),
                Line<InsideHorizontalBorder>(border), Line<InsideVerticalBorder>(border)),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString() })));

    private static TableRow Row(IEnumerable<TableCell> cells, bool head, bool byHand)
    {
        var row = new TableRow();
        if (head)
            row.Append(new TableRowProperties(new TableHeader()));
        else if (byHand)
            row.Append(new TableRowProperties(new TableRowHeight { Val = (uint)DocxPage.Twentieths(HandRowMillimetres), HeightType = HeightRuleValues.AtLeast }));
        row.Append(cells);
        return row;
    }

    /// <summary>The last element of a cell must be a paragraph.</summary>
    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width.ToString(), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        if (cell.LastChild is not DocumentFormat.OpenXml.Wordprocessing.Paragraph)
            cell.Append(After());
        return cell;
    }

    /// <summary>Two tables that touch would become one.</summary>
    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph After() => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private static T Line<T>(BorderValues border)
        where T : BorderType, new() => new() { Val = border, Size = 4 };
}
