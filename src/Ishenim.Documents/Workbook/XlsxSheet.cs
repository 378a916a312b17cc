using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Ishenim.Documents.Workbook;

/// <summary>The sheet: widths, a head that stays in sight and stands on each printed page, rows.</summary>
internal static class XlsxSheet
{
    /// <summary>Of all columns together, in characters; about the width of a landscape sheet.</summary>
    private const double Characters = 150;

    public static void Write(WorksheetPart part, Document document, XlsxRows rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (rows.Head is { } head)
            writer.WriteElement(Frozen((uint)head));
        if (rows.Columns.Count > 0)
            writer.WriteElement(Widths(rows.Columns));
        writer.WriteStartElement(new SheetData());
        for (var i = 0; i < rows.Lines.Count; i++)
            writer.WriteElement(Row((uint)i + 1, rows.Lines[i]));
        writer.WriteEndElement();
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.PageMargins { Left = 0.6, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = document.Page.Size == PaperSize.A3 ? 8U : 9U, FitToWidth = 1U, FitToHeight = 0U,
            Orientation = document.Page.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P")));
        writer.WriteEndElement();
    }

    private static SheetViews Frozen(uint head) => new(new SheetView(new Pane
    {
        VerticalSplit = head, TopLeftCell = $"A{head + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
    })
    { WorkbookViewId = 0U });

    private static Columns Widths(IReadOnlyList<Column> columns)
    {
        var whole = columns.Sum(column => column.Width);
        return new Columns(columns.Select((column, i) => new SheetColumn
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Max(6, Characters * column.Width / whole), CustomWidth = true,
        }));
    }

    private static Row Row(uint number, XlsxRow row) => new(row.Cells.Select((cell, i) => Of($"{Letter(i)}{number}", cell, row.Look))) { RowIndex = number };

    private static SheetCell Of(string place, Cell cell, XlsxLook look) => cell switch
    {
        { Number: { } number } => new SheetCell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = place, StyleIndex = (uint)look },
        { Day: { } day } => new SheetCell(new CellValue(Serial(day))) { CellReference = place, StyleIndex = (uint)XlsxLook.DayInTable },
        _ => new SheetCell(new InlineString(new Text(XlsxText.Of(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place, DataType = CellValues.InlineString, StyleIndex = (uint)XlsxText.Look(cell.Text, look),
        },
    };

    /// <summary>Days since the last of 1899, as workbooks count them.</summary>
    private static string Serial(DateOnly day) => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);
}
