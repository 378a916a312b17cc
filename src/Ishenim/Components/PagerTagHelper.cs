using Ishenim.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>Newer and older pages of a list paged by key: <c>&lt;pager newer="@url" older="@url" /&gt;</c>; null where there is none.</summary>
[HtmlTargetElement("pager")]
public sealed class PagerTagHelper(Say say) : TagHelper
{
    public string? Newer { get; set; }

    public string? Older { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Newer is null && Older is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", say["pager.label"]);
        output.Content.AppendHtml(Html.FormatIf(Newer, "<a class=\"button second\" rel=\"prev\" href=\"{0}\">← {1}</a>", say["pager.newer"]));
        output.Content.AppendHtml(Html.FormatIf(Older, "<a class=\"button second\" rel=\"next\" href=\"{0}\">{1} →</a>", say["pager.older"]));
    }
}

/// <summary>
/// A step that cannot be undone, asked once more: <c>&lt;confirm ask="Close the letter" button="Close — cannot be undone"&gt;…&lt;/confirm&gt;</c>
/// inside a form. What stands inside (a reason, a warning) is seen before the real button.
/// </summary>
[HtmlTargetElement("confirm", Attributes = "ask,button")]
public sealed class ConfirmTagHelper : TagHelper
{
    public string Ask { get; set; } = "";

    public string Button { get; set; } = "";

    /// <summary>The button's name and value, where a form has several.</summary>
    public string? Name { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "confirm");
        output.PreContent.SetHtmlContent(Html.Format("<summary>{0}</summary><div>", Ask));
        output.PostContent.SetHtmlContent(Html.Format("<button class=\"button danger\"{0}{1}>{2}</button></div>",
            Html.Attribute("name", Name), Html.Attribute("value", Value), Button));
    }
}
