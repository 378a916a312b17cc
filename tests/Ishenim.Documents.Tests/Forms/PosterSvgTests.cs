using System.Globalization;
using System.Xml.Linq;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Forms;

public sealed class PosterSvgTests
{
    [Theory]
    [InlineData(PaperLanguage.Kyrgyz, PaperSize.A4)]
    [InlineData(PaperLanguage.Kyrgyz, PaperSize.A3)]
    [InlineData(PaperLanguage.Russian, PaperSize.A4)]
    [InlineData(PaperLanguage.Russian, PaperSize.A3)]
    public void Write_Poster_IsADrawingWithinItsSheet(PaperLanguage language, PaperSize size)
    {
        var drawing = XDocument.Parse(PosterSvg.Write(PaperSamples.Poster(language, size))).Root!;

        Assert.Equal($"0 0 {size.Width()} {size.Height()}", drawing.Attribute("viewBox")!.Value);
        Assert.All(drawing.Descendants().Where(one => one.Name.LocalName == "text"), line =>
            Assert.InRange(double.Parse(line.Attribute("y")!.Value, CultureInfo.InvariantCulture), 0, size.Height()));
        Assert.DoesNotContain("href", drawing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileNames_AreTextAndNothingElse()
    {
        foreach (var name in Hostile.Names)
        {
            var drawing = XDocument.Parse(PosterSvg.Write(PaperSamples.Poster(PaperLanguage.Kyrgyz) with { School = new(name, name), BoxPlace = name, Readers = name })).Root!;
            Assert.All(drawing.Descendants(), one => Assert.Contains(one.Name.LocalName, new[] { "text", "rect", "path" }));
        }
    }
}
