using Ishenim.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// A few sentences that stand out: <c>&lt;notice kind="warn" title="…"&gt;…&lt;/notice&gt;</c>. Kinds: info, warn, urgent,
/// success; each says its kind in words too. <c>live</c>: read aloud when it appears.
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Say say) : TagHelper
{
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public bool Live { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice {Kind}");
        if (Live)
            output.Attributes.SetAttribute("role", Kind == "urgent" ? "alert" : "status");
        output.PreContent.SetHtmlContent(Html.Format("<p class=\"title\">{0}</p>", Title ?? say[$"notice.{Kind}"]));
    }
}

/// <summary>
/// A word with a sign before it: <c>&lt;badge kind="late"&gt;…&lt;/badge&gt;</c>. Kinds: plain, new, work, soon, late, done, urgent;
/// each has a sign of its own, so that colour is never alone.
/// </summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public string Kind { get; set; } = "plain";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"badge {Kind}");
        var sign = Kind switch { "new" => "●", "work" => "◐", "soon" => "◷", "late" => "!", "done" => "✓", "urgent" => "‼", _ => "○" };
        output.PreContent.SetHtmlContent(Html.Format("<span aria-hidden=\"true\">{0}</span> ", sign));
    }
}

/// <summary>What stands where there is nothing yet: <c>&lt;empty title="…"&gt;what to do&lt;/empty&gt;</c>.</summary>
[HtmlTargetElement("empty", Attributes = "title")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.SetHtmlContent(Html.Format("<p class=\"title\">{0}</p>", Title));
    }
}
