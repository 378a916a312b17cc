using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Ishenim.Components;

/// <summary>Styles and scripts, embedded in the program, without comments and spare blanks. Read once.</summary>
public sealed partial class Assets
{
    public Assets()
    {
        PublicStyle = new(Tight(Read("public.css")));
        PrintStyle = new(Tight(Read("print.css")));
        PublicScript = new(TightScript(Read("shrink.js") + Read("public.js")));
        DeskScript = new(TightScript(Read("desk.js")));
        PaperScript = new(TightScript(Read("shrink.js") + Read("sheet.js") + Read("scans.js") + Read("paper.js")));
        RedactScript = new(TightScript(Read("redact.js")));
        TimerScript = new(TightScript(Read("timer.js")));
        var desk = Encoding.UTF8.GetBytes(Tight(Read("public.css") + Read("desk.css")));
        DeskStyle = desk;
        DeskStylePath = $"/assets/desk-{Convert.ToHexStringLower(SHA256.HashData(desk))[..12]}.css";
    }

    /// <summary>Stands inside each public page, so that a page is one round trip.</summary>
    public HtmlString PublicStyle { get; }

    public HtmlString PrintStyle { get; }

    public HtmlString PublicScript { get; }

    public HtmlString DeskScript { get; }

    /// <summary>For the form of letters on paper, besides <see cref="DeskScript"/>.</summary>
    public HtmlString PaperScript { get; }

    /// <summary>For the page where words of a letter are blacked out, besides <see cref="DeskScript"/>.</summary>
    public HtmlString RedactScript { get; }

    /// <summary>For an item of a meeting that goes on: a clock that one starts when somebody begins to speak.</summary>
    public HtmlString TimerScript { get; }

    /// <summary>Fetched once and kept: its address changes with its content.</summary>
    public string DeskStylePath { get; }

    public ReadOnlyMemory<byte> DeskStyle { get; }

    private static string Read(string name) =>
        new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!).ReadToEnd();

    /// <summary>The same style without comments and spare blanks.</summary>
    public static string Tight(string css) => Around().Replace(Blanks().Replace(Comment().Replace(css, ""), " "), "${mark}").Replace(";}", "}", StringComparison.Ordinal).Trim();

    /// <summary>Lines keep their ends, so that a script means the same as it was written.</summary>
    private static string TightScript(string script) =>
        string.Join('\n', script.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    // Not around "+" and "-" (calc), nor before ":" (a descendant's pseudo-class).
    [GeneratedRegex(@" ?(?<mark>[{};,>]|:(?= )) ?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();
}
