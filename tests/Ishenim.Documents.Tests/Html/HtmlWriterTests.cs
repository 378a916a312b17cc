using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Html;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public void Write_EveryForm_FetchesNothingAndCarriesNoProgram(PaperLanguage language)
    {
        foreach (var (name, document) in PaperSamples.All(language))
            AssertStill(HtmlWriter.Write(document), name);
    }

    [Fact]
    public void Write_HostileNames_AreTextAndNothingElse()
    {
        var usual = Parse(HtmlWriter.Write(Hostile.Act("Асан"))).QuerySelectorAll("main *").Length;
        foreach (var name in Hostile.Names)
        {
            var html = HtmlWriter.Write(Hostile.Act(name));
            AssertStill(html, name);
            Assert.Equal(usual, Parse(html).QuerySelectorAll("main *").Length);
            Assert.Contains(CleanText.OneLine(name), Parse(html).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_HostileNamesInEveryPaper_AreTextAndNothingElse()
    {
        var usual = PaperSamples.All(PaperLanguage.Kyrgyz).ToDictionary(paper => paper.Key, paper => Elements(HtmlWriter.Write(Hostile.Everywhere(paper.Value, "Асан"))));
        foreach (var (paper, name, document) in Hostile.Papers)
        {
            var html = HtmlWriter.Write(document);
            AssertStill(html, name);
            Assert.Contains(CleanText.OneLine(name), Parse(html).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal((paper, name, usual[paper]), (paper, name, Elements(html)));
        }
    }

    [Fact]
    public void Write_MarksOfDirection_AreLeftOut()
    {
        var html = HtmlWriter.Write(Hostile.Act("Асан\u202Eкод\u2066"));

        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u2066', html);
        Assert.Contains("Асанкод", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_BlocksThatCome_AreWrittenBeforeTheNextIsMade()
    {
        using var writer = new StringWriter();
        var held = 0;
        var sheets = SlipSheetsForm.SheetsAsync(PaperSamples.Slips(PaperLanguage.Kyrgyz, 1), Made());

        await HtmlWriter.WriteAsync(writer, SlipSheetsForm.Of(PaperSamples.Slips(PaperLanguage.Kyrgyz, 1)), sheets);

        Assert.Equal(20, Parse(writer.ToString()).QuerySelectorAll(".part").Length);
        Assert.True(held <= 1, $"{held} sheets were made ahead of what was written");

        async IAsyncEnumerable<SlipSheet> Made()
        {
            var written = 0;
            foreach (var sheet in PaperSamples.Sheets(20))
            {
                await Task.Yield();
                held = Math.Max(held, written - System.Text.RegularExpressions.Regex.Count(writer.ToString(), "class=\"part"));
                yield return sheet;
                written++;
            }
        }
    }

    private static int Elements(string html) => Parse(html).QuerySelectorAll("*").Length;

    private static void AssertStill(string html, string name)
    {
        var page = Parse(html);
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, base, meta[http-equiv], [style], [onclick], [onerror]"));
        foreach (var element in page.QuerySelectorAll("[src], [href], [srcset], [data]"))
            Assert.StartsWith("data:", element.GetAttribute("src") ?? element.GetAttribute("href") ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
