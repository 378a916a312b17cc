using DocumentFormat.OpenXml.Wordprocessing;

namespace Ishenim.Documents.Word;

/// <summary>The sheet, in the units of Word: twentieths of a point.</summary>
internal static class DocxPage
{
    private const double TwentiethsPerMillimetre = 1440 / 25.4;
    private const int FooterMillimetres = 8;

    public static int Twentieths(int millimetres) => (int)Math.Round(millimetres * TwentiethsPerMillimetre);

    public static SectionProperties Of(PageFormat page, string? footer)
    {
        var (width, height) = page.Landscape ? (page.Size.Height(), page.Size.Width()) : (page.Size.Width(), page.Size.Height());
        var section = new SectionProperties();
        if (footer is not null)
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = footer });
        section.Append(
            new PageSize
            {
                Width = (uint)Twentieths(width), Height = (uint)Twentieths(height),
                Orient = page.Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Left = (uint)Twentieths(page.Margins.Left), Right = (uint)Twentieths(page.Margins.Right),
                Top = Twentieths(page.Margins.Top), Bottom = Twentieths(page.Margins.Bottom),
                Header = (uint)Twentieths(FooterMillimetres), Footer = (uint)Twentieths(FooterMillimetres), Gutter = 0,
            });
        return section;
    }
}
