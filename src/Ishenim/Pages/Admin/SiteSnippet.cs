using System.Net;
using Ishenim.Words;

namespace Ishenim.Pages.Admin;

/// <summary>
/// What a school puts into the contact section of its own site (regulation G4): a link, and a small form that posts
/// straight to the trust mail. No frame, no script, nothing that could watch the writer.
/// </summary>
internal static class SiteSnippet
{
    public static string Html(string write, string school, Say say)
    {
        var (address, name, title) = (WebUtility.HtmlEncode(write), WebUtility.HtmlEncode(school), WebUtility.HtmlEncode(say["land.title"]));
        return $"""
            <section>
              <h2>{title}: {name}</h2>
              <form action="{address}" method="post" enctype="multipart/form-data">
                <p><label>{WebUtility.HtmlEncode(say["write.text.label"])}<br><textarea name="text" rows="6" required></textarea></label></p>
                <p><button>{WebUtility.HtmlEncode(say["write.send"])}</button></p>
              </form>
              <p><a href="{address}" rel="noreferrer">{WebUtility.HtmlEncode(say["settings.snippet.link"])}</a></p>
            </section>
            """;
    }
}
