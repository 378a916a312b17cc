using DocumentFormat.OpenXml.Spreadsheet;

namespace Ishenim.Documents.Workbook;

/// <summary>The looks of cells, in the order of <see cref="XlsxLook"/>.</summary>
internal static class XlsxStyles
{
    /// <summary>Workbooks' own number for day, month and year; here written out as papers do it.</summary>
    private const uint DayFormat = 164;

    public static Stylesheet Of(double points) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd.mm.yyyy" }),
        new Fonts(Font(points, bold: false), Font(points, bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Box()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Free(font: 0), Free(font: 1), InTable(font: 1, centred: true), InTable(), InTable(format: DayFormat), InTable(quoted: true),
            Free(font: 0, quoted: true)));

    private static Font Font(double points, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = points }, new FontName { Val = "PT Serif" });
        return font;
    }

    private static Border Box() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Free(uint font, bool quoted = false) => new() { FormatId = 0, FontId = font, ApplyFont = true, QuotePrefix = quoted };

    private static CellFormat InTable(uint font = 0, uint format = 0, bool centred = false, bool quoted = false) => new(new Alignment
    {
        WrapText = true, Vertical = VerticalAlignmentValues.Top,
        Horizontal = centred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left,
    })
    {
        FormatId = 0, FontId = font, BorderId = 1, NumberFormatId = format, QuotePrefix = quoted,
        ApplyFont = true, ApplyBorder = true, ApplyAlignment = true, ApplyNumberFormat = format > 0,
    };
}
