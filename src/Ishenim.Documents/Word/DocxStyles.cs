using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ishenim.Documents.Word;

/// <summary>The font of the whole file; where PT Serif is missing, Word takes the next serif one.</summary>
internal static class DocxStyles
{
    private const string Font = "PT Serif";

    public static Styles Of(Document document) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                new FontSize { Val = HalfPoints(document.Page.FontSize) },
                new FontSizeComplexScript { Val = HalfPoints(document.Page.FontSize) },
                new Languages { Val = document.Language == PaperLanguage.Russian ? "ru-RU" : "ky-KG" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = Twentieths(document.Page.FontSize * document.Page.Spacing), Line = "252", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });

    private static string Twentieths(double points) => Math.Round(points * 20).ToString(CultureInfo.InvariantCulture);

    /// <summary>Word counts font sizes in halves of a point.</summary>
    public static string HalfPoints(double points) => Math.Round(points * 2).ToString(CultureInfo.InvariantCulture);
}
