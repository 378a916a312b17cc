using System.Net;
using Ishenim.Words;

namespace Ishenim.Pages.Admin;

/// <summary>
/// What a school puts into the contact section of its own site (regulation G4): a link, a small form, or the page itself in
/// a frame. No script, nothing that could watch the writer. The form leads to the page with what was typed: there the writer
/// says whom it is about and sees who will read it, before anything is sent.
/// </summary>
internal sealed class SiteSnippet(string write, string school, Say say)
{
    public string Link() => $"""<p><a href="{Safe(write)}" rel="noreferrer">{Safe(Title)}</a></p>""";

    public string Form() => $"""
        <section>
          <h2>{Safe(Title)}</h2>
          <form action="{Safe(write)}" method="post" enctype="multipart/form-data">
            <p><label>{Safe(say["write.text.label"])}<br><textarea name="text" rows="6" required></textarea></label></p>
            <p><button name="step" value="check">{Safe(say["settings.snippet.next"])}</button></p>
          </form>
          <p><a href="{Safe(write)}" rel="noreferrer">{Safe(say["settings.snippet.more"])}</a></p>
        </section>
        """;

    /// <summary>Works only on the site that the settings name. The clipboard is for the copy button beside the code.</summary>
    public string Frame() =>
        $"""<iframe src="{Safe(write)}" title="{Safe(Title)}" width="100%" height="900" style="border:0" referrerpolicy="no-referrer" allow="clipboard-write"></iframe>""";

    private string Title => $"{say["land.title"]}: {school}";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
