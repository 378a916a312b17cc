using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// A question with a few answers, one of them (type="radio") or several (type="checkbox"):
/// <c>&lt;choices name="kind" legend="…" chosen="@kind"&gt;&lt;choice value="complaint" label="…" /&gt;&lt;/choices&gt;</c>.
/// </summary>
[HtmlTargetElement("choices", Attributes = "name,legend")]
public sealed class ChoicesTagHelper(Say say) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Legend { get; set; } = "";

    public string? Hint { get; set; }

    public string? Error { get; set; }

    public string Type { get; set; } = "radio";

    /// <summary>The chosen value.</summary>
    public string? Chosen { get; set; }

    /// <summary>The chosen values, where several may be.</summary>
    public IEnumerable<string>? ChosenAll { get; set; }

    internal int Count { get; set; }

    internal bool Has(string value) => Chosen == value || ChosenAll?.Contains(value) == true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ChoicesTagHelper)] = this;
        var id = Html.Id(Name);
        Error ??= ViewContext.ModelState.FirstError(Name);
        var inside = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", Error is null ? "choices" : "choices bad");
        var described = (Hint is null ? "" : $"{id}-hint ") + (Error is null ? "" : $"{id}-error");
        if (described.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", described.Trim());
        output.Content.SetHtmlContent(Html.Format("<legend>{0}</legend>{1}{2}{3}", Legend,
            Html.FormatIf(Hint, "<p class=\"hint\" id=\"{1}-hint\">{0}</p>", id),
            Html.FormatIf(Error, "<p class=\"error\" id=\"{1}-error\"><b>{2}:</b> {0}</p>", id, say["error.mark"]), inside));
    }
}

/// <summary>One answer; what stands inside it is shown while it is chosen.</summary>
[HtmlTargetElement("choice", ParentTag = "choices", Attributes = "value,label")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = (ChoicesTagHelper)context.Items[typeof(ChoicesTagHelper)];
        var inside = await output.GetChildContentAsync();
        // The first answer bears the group's own id: there the error summary leads.
        var id = Html.Id(group.Count++ == 0 ? group.Name : $"{group.Name}-{Value}");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "choice");
        output.Content.SetHtmlContent(Html.Format("<label><input type=\"{0}\" id=\"{1}\" name=\"{2}\" value=\"{3}\"{4}><span>{5}{6}</span></label>",
            group.Type, id, group.Name, Value, group.Has(Value) ? Html.Format(" checked") : "",
            Label, Html.FormatIf(Hint, "<small class=\"hint\">{0}</small>")));
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml("<div class=\"inside\">").AppendHtml(inside).AppendHtml("</div>");
    }
}
