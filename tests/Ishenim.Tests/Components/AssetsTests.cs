using System.Text;

namespace Ishenim.Components;

public sealed class AssetsTests
{
    private static readonly Assets _assets = new();

    [Fact]
    public void PublicStyle_Inlined_IsAtMostFiveKilobytes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(_assets.PublicStyle.Value!), 1000, 5 * 1024);

    [Fact]
    public void StylesAndScripts_Anything_ComesFromNowhereElse() =>
        Assert.All([_assets.PublicStyle.Value!, _assets.PrintStyle.Value!, _assets.PublicScript.Value!, _assets.DeskScript.Value!, _assets.PaperScript.Value!, _assets.RedactScript.Value!, Encoding.UTF8.GetString(_assets.DeskStyle.Span)],
            // An object's address leads into the page itself.
            text => Assert.All(["http:", "https:", "url(", "@import", "localStorage", "sessionStorage", "indexedDB", "document.cookie"],
                elsewhere => Assert.DoesNotContain(elsewhere, text.Replace("ObjectURL(", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("a { color: red }\n/* why */ b > c { margin: 0 0 8px; }", "a{color:red}b>c{margin:0 0 8px}")]
    [InlineData("p { width: calc(1px + 2px) } .x :focus { top: 0 }", "p{width:calc(1px + 2px)}.x :focus{top:0}")]
    public void Tight_Css_MeansTheSame(string css, string tight) => Assert.Equal(tight, Assets.Tight(css));

    [Fact]
    public void Nonce_TwoResponses_Differ() => Assert.NotEqual(new Nonce().Value, new Nonce().Value);
}
