using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// A link or form to a page of the same school that keeps the language of the address, since there is no cookie to keep it:
/// <c>&lt;a go="/write"&gt;</c>, <c>&lt;form go="/write" method="post"&gt;</c>.
/// </summary>
[HtmlTargetElement("a", Attributes = "go")]
[HtmlTargetElement("form", Attributes = "go")]
public sealed class GoTagHelper(Say say) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The address from the school's root on.</summary>
    public string Go { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var language = request.Query.ContainsKey("lang") ? $"{(Go.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={say.Language}" : "";
        output.Attributes.SetAttribute(context.TagName == "form" ? "action" : "href", request.PathBase + Go + language);
    }
}
