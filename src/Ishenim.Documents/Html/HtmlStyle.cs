using System.Globalization;

namespace Ishenim.Documents.Html;

/// <summary>The style of a page: on paper by the document's format, on a screen as a sheet.</summary>
internal static class HtmlStyle
{
    /// <summary>Sides of pictures and heights of parts that forms use, in millimetres; each is a class.</summary>
    private static readonly int[] Widths = [16, 20, 22, 25, 26, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 120];

    private static readonly int[] Heights = [15, 40, 100, 128, 262];

    public static string Of(PageFormat page) => OnPaper(page) + Sizes + Common + OnScreen(page);

    private static string OnPaper(PageFormat page) => string.Create(CultureInfo.InvariantCulture, $$"""
        @page { size: {{page.Size}} {{(page.Landscape ? "landscape" : "portrait")}}; margin: {{page.Margins.Top}}mm {{page.Margins.Right}}mm {{page.Margins.Bottom}}mm {{page.Margins.Left}}mm; {{(page.Numbered ? "@bottom-center { content: counter(page); font: 9pt 'PT Serif', serif }" : "")}} }
        body { margin: 0; background: #fff; color: #000; font: {{page.FontSize}}pt/1.25 "PT Serif", "Noto Serif", "Times New Roman", serif; overflow-wrap: break-word }
        p, ol, ul, .huge { margin: 0 0 {{page.Spacing}}em }
        .hand td { height: 12mm }

        """);

    private static string Sizes { get; } = string.Concat(Widths.Select(width => $".w{width} {{ width: {width}mm }} "))
        + string.Concat(Enumerable.Range(1, 60).Select(part => $".p{part} {{ width: {part}% }} "))
        + string.Concat(Heights.Select(height => $".h{height} {{ height: {height}mm }} "));

    private const string Common = """

        h1 { font-size: 1.3em; text-align: center; margin: 6pt 0 8pt }
        h1 small { font-size: .85em }
        ol, ul { padding-left: 1.6em }
        table { width: 100%; border-collapse: collapse; margin: 0 0 5pt }
        .bare { table-layout: fixed }
        .bare td { padding: 0; vertical-align: top }
        .bare .half { width: 50% }
        .bare .half:last-child { padding-left: 8mm }
        .bare .edge { text-align: right }
        .ruled { table-layout: fixed }
        .ruled th, .ruled td { padding: 2pt 3pt; border: .5pt solid #000; text-align: left; vertical-align: top }
        .ruled th { font-weight: bold; text-align: center; vertical-align: middle; font-size: .86em }
        .ruled .number { text-align: center }
        .ruled tr { break-inside: avoid }
        thead { display: table-header-group }
        .signatures { margin-top: 6pt }
        .bare.signatures td { padding: 2pt 6pt 2pt 0 }
        .strong { font-weight: bold }
        .small { font-size: .75em }
        .centred { text-align: center }
        .large { font-size: 1.5em; line-height: 1.5; text-align: center }
        .huge { font-size: 2.2em; line-height: 1.15; font-weight: bold; text-align: center }
        .code { font: bold 1.6em/1.4 "PT Mono", "DejaVu Sans Mono", monospace; text-align: center; white-space: nowrap }
        .framed { padding: 6pt; border: 1.5pt solid #000; text-align: center; font-weight: bold }
        .foot { margin: 4pt 0 0; font-size: 9pt; break-inside: avoid }
        .foot td { vertical-align: bottom }
        .foot .qr { width: 16mm }
        img { image-rendering: pixelated }
        .line { height: 9mm; border-bottom: .4pt solid #777 }
        .part { break-inside: avoid }
        .tear { margin: 8pt 0; padding-top: 2pt; border-top: 1pt dashed #000; font-size: 8pt; text-align: center }
        .new { break-after: page }

        """;

    private static string OnScreen(PageFormat page)
    {
        var width = page.Landscape ? page.Size.Height() : page.Size.Width();
        return string.Create(CultureInfo.InvariantCulture, $$"""
            @media screen {
              html { background: #e9e3d9 }
              main { box-sizing: border-box; max-width: {{width}}mm; margin: 16px auto; padding: {{page.Margins.Top}}mm {{page.Margins.Right}}mm {{page.Margins.Bottom}}mm {{page.Margins.Left}}mm; background: #fff; box-shadow: 0 1px 8px #0003; overflow-x: auto }
              body { background: #e9e3d9 }
              .new { margin: 12mm 0; border-bottom: 1px dashed #999 }
              .tools { display: flex; flex-wrap: wrap; gap: 16px; align-items: center; max-width: {{width}}mm; margin: 16px auto 0; font: 16px/1.5 system-ui, sans-serif }
              .tools button, .tools a { box-sizing: border-box; min-height: 48px; padding: 10px 20px; font: inherit; color: #7a2318; background: #fff; border: 2px solid; border-radius: 8px }
              .tools p { margin: 0; padding: 8px 16px; background: #fff; border-left: 4px solid #7a2318 }
            }
            @media screen and (max-width: 50rem) { main { margin: 8px 0; padding: 16px } .tools { padding: 0 16px } .code { font-size: 1.2em } }
            @media screen and (max-width: 30rem) { .ruled { font-size: .7em } .ruled th, .ruled td { padding: 2px } }
            @media print { .tools { display: none } }

            """);
    }
}
