using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// A talk, oldest first: <c>&lt;thread label="…"&gt;&lt;message mine="true" who="…" when="…"&gt;text&lt;/message&gt;&lt;/thread&gt;</c>.
/// Line breaks of the text are kept.
/// </summary>
[HtmlTargetElement("thread", Attributes = "label")]
public sealed class ThreadTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "thread");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

[HtmlTargetElement("message", ParentTag = "thread", Attributes = "who")]
public sealed class MessageTagHelper : TagHelper
{
    /// <summary>Whether the one who looks at the page wrote it: then it stands on the right.</summary>
    public bool Mine { get; set; }

    public string Who { get; set; } = "";

    public string? When { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.Attributes.SetAttribute("class", Mine ? "mine" : "theirs");
        output.PreContent.SetHtmlContent(Html.Format("<p class=\"by\"><b>{0}</b>{1}</p><div class=\"text\">", Who, Html.FormatIf(When, " · {0}")));
        output.PostContent.SetHtmlContent("</div>");
    }
}

/// <summary>What was done, in order: <c>&lt;timeline&gt;&lt;event when="…" who="…"&gt;what&lt;/event&gt;&lt;/timeline&gt;</c>.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "timeline");
    }
}

[HtmlTargetElement("event", ParentTag = "timeline", Attributes = "when")]
public sealed class EventTagHelper : TagHelper
{
    public string When { get; set; } = "";

    public string? Who { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.PreContent.SetHtmlContent(Html.Format("<p class=\"by\">{0}{1}</p>", When, Html.FormatIf(Who, " · {0}")));
    }
}
