using Ishenim.Components;
using Ishenim.Documents.Html;
using Ishenim.Words;

namespace Ishenim.Papers;

/// <summary>What stands around a print view on a screen: a button to print, and why it is no PDF.</summary>
internal static class PrintFrame
{
    /// <summary>Also says to the browser that the page fetches nothing and talks to nobody.</summary>
    public static HtmlFrame Of(HttpContext context, string? notice)
    {
        var services = context.RequestServices;
        var (say, nonce) = (services.GetRequiredService<Say>(), services.GetRequiredService<Nonce>());
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        var said = notice is null ? "" : $"<p role=\"status\">{Encoded(notice)}</p>";
        return new HtmlFrame
        {
            Nonce = nonce.Value,
            Before = $"<header class=\"tools\" lang=\"{say.Language}\"><button type=\"button\" data-print hidden>{Encoded(say["print.page"])}</button>{said}</header>\n",
            Behind = $"<script nonce=\"{nonce}\">{services.GetRequiredService<Assets>().DeskScript}</script>\n",
        };
    }

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);
}
