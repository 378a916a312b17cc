using Ishenim.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>Where one stands on a way of several pages: <c>&lt;steps at="2" names="@(new[] { … })" /&gt;</c>, counted from 1.</summary>
[HtmlTargetElement("steps", Attributes = "names,at")]
public sealed class StepsTagHelper(Say say) : TagHelper
{
    public IReadOnlyList<string> Names { get; set; } = [];

    public int At { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        output.Attributes.SetAttribute("aria-label", say["steps.label"]);
        for (var i = 1; i <= Names.Count; i++)
            output.Content.AppendHtml(
                i < At ? Html.Format("<li class=\"done\">{0}<span class=\"unseen\"> — {1}</span></li>", Names[i - 1], say["steps.done"])
                : i == At ? Html.Format("<li aria-current=\"step\">{0}</li>", Names[i - 1])
                : Html.Format("<li>{0}</li>", Names[i - 1]));
    }
}

/// <summary>
/// How much of a term is used up: <c>&lt;deadline used="9" of="14" text="…" /&gt;</c>. The words carry the meaning; the bar is
/// for the eye.
/// </summary>
[HtmlTargetElement("deadline", Attributes = "used,of,text")]
public sealed class DeadlineTagHelper : TagHelper
{
    /// <summary>Working days gone.</summary>
    public int Used { get; set; }

    /// <summary>Working days in all.</summary>
    public int Of { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var part = Of <= 0 ? 100 : Math.Clamp(100 * Used / Of, 0, 100);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "deadline " + (Used > Of ? "late" : part >= 70 ? "soon" : "calm"));
        output.Content.SetHtmlContent(Html.Format("<p>{0}</p><svg height=\"8\" aria-hidden=\"true\"><rect class=\"all\" width=\"100%\" height=\"8\" rx=\"4\" /><rect class=\"used\" width=\"{1}%\" height=\"8\" rx=\"4\" /></svg>", Text, part));
    }
}
