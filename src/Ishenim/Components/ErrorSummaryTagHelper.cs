using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// Everything wrong, on top of the page, each line leading to its field: <c>&lt;error-summary /&gt;</c>. Nothing while the
/// model state is valid. After GOV.UK's component of that name.
/// </summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper(Say say) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = (from entry in ViewContext.ModelState from error in entry.Value!.Errors select (entry.Key, error.ErrorMessage)).ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var (name, value) in new[] { ("class", "notice urgent errors"), ("role", "alert"), ("tabindex", "-1"), ("id", "errors") })
            output.Attributes.SetAttribute(name, value);
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        output.Content.AppendHtml(Html.Format("<h2>{0}</h2><ul>", say["error.title"]));
        foreach (var (key, message) in faults)
            output.Content.AppendHtml(key.Length == 0 ? Html.Format("<li>{0}</li>", message) : Html.Format("<li><a href=\"#{0}\">{1}</a></li>", Html.Id(key), message));
        output.Content.AppendHtml("</ul>");
    }
}
