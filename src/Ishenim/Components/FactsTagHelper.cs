using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>A list of names and values: <c>&lt;facts&gt;&lt;fact label="…"&gt;value&lt;/fact&gt;&lt;/facts&gt;</c>.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "facts");
    }
}

[HtmlTargetElement("fact", ParentTag = "facts", Attributes = "label")]
public sealed class FactTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.PreContent.SetHtmlContent(Html.Format("<dt>{0}</dt><dd>", Label));
        output.PostContent.SetHtmlContent("</dd>");
    }
}
