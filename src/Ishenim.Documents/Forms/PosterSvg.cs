using System.Globalization;
using System.Text;
using Ishenim.Documents.Html;
using QRCoder;

namespace Ishenim.Documents.Forms;

/// <summary>
/// The poster as a drawing that a print shop can scale to any size. A drawing breaks no lines by itself, so that they are
/// broken here, by widths of letters that err on the wide side.
/// </summary>
public sealed class PosterSvg
{
    private const double Margin = 20;
    private const double WidthPerSize = 0.56;

    private readonly StringBuilder _drawing = new();
    private readonly double _width;
    private readonly double _scale;
    private double _y;

    private PosterSvg(PosterPaper paper)
    {
        _width = paper.Size.Width();
        _scale = _width / PaperSize.A4.Width();
        _y = Margin * _scale;
    }

    private double Left => Margin * _scale;

    public static string Write(PosterPaper paper) => new PosterSvg(paper).Draw(paper);

    private string Draw(PosterPaper paper)
    {
        var words = PosterWords.Of(paper);
        Text(words.Title, 14, bold: true, centred: true);
        Text(words.School, 6, centred: true);
        Gap(4);
        Text(words.Lead, 6.5);
        Gap(4);
        Text(words.HowTitle, 7, bold: true);
        var top = _y + (2 * _scale);
        var side = 45 * _scale;
        foreach (var line in words.How)
            Text($"· {line}", 6.5, narrower: side + (4 * _scale));
        Qr(paper.FormAddress.AbsoluteUri, _width - Left - side, top, side);
        _y = Math.Max(_y, top + side);
        Gap(4);
        foreach (var line in words.Promises)
            Text(line, 6.2);
        Gap(5);
        Danger(words);
        return Whole(paper);
    }

    private void Danger(PosterWords words)
    {
        var top = _y;
        Gap(2);
        Text(words.DangerTitle, 6.2, bold: true, centred: true, narrower: 8 * _scale);
        Text(words.Danger, 6, bold: true, centred: true, narrower: 8 * _scale);
        Gap(3);
        _drawing.Append(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{Left:0.##}\" y=\"{top:0.##}\" width=\"{_width - (2 * Left):0.##}\" height=\"{_y - top:0.##}\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.6\"/>\n"));
    }

    /// <summary>As high as the sheet, or higher where a school's texts are that long: then it is scaled down in print.</summary>
    private string Whole(PosterPaper paper)
    {
        var height = Math.Max(paper.Size.Height(), _y + Left);
        return string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{_width}mm\" height=\"{height:0.##}mm\" viewBox=\"0 0 {_width} {height:0.##}\" font-family=\"'PT Serif', 'Noto Serif', serif\" xml:lang=\"{paper.Language.Code()}\">\n")
            + string.Create(CultureInfo.InvariantCulture, $"<rect width=\"{_width}\" height=\"{height:0.##}\" fill=\"#fff\"/>\n{_drawing}</svg>\n");
    }

    private void Text(string text, double size, bool bold = false, bool centred = false, double narrower = 0)
    {
        size *= _scale;
        var most = (int)((_width - (2 * Left) - narrower) / (size * WidthPerSize * (bold ? 1.15 : 1)));
        foreach (var line in text.Split('\n').SelectMany(one => TextLines.Break(one, most)))
        {
            _y += size * 1.25;
            var (x, anchor) = centred ? (_width / 2, " text-anchor=\"middle\"") : (Left, "");
            _drawing.Append(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{_y:0.##}\" font-size=\"{size:0.##}\"{anchor}{(bold ? " font-weight=\"bold\"" : "")}>{HtmlText.Of(line)}</text>\n"));
        }
        Gap(1.5);
    }

    private void Gap(double millimetres) => _y += millimetres * _scale;

    private void Qr(string content, double left, double top, double side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append($"M{x} {y}h1v1h-1z");
        _drawing.Append(string.Create(CultureInfo.InvariantCulture, $"<path transform=\"translate({left:0.##} {top:0.##}) scale({side / rows.Count:0.####})\" d=\"{path}\" shape-rendering=\"crispEdges\"/>\n"));
    }
}
