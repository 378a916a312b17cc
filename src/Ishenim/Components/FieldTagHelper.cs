using Ishenim.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>
/// A labelled control with its hint and error: <c>&lt;field name="text" label="…" type="textarea" rows="8" /&gt;</c>.
/// <c>type</c> is textarea, select (its options inside) or any type of input. What was typed and what is wrong come from
/// the model state unless given. Any other attribute goes to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "name,label")]
public sealed class FieldTagHelper(Say say) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string? Error { get; set; }

    public string? Value { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>Says "optional" beside the label.</summary>
    public bool Optional { get; set; }

    /// <summary>At most so many characters; a script shows how many are left. 0: no such line.</summary>
    public int Count { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var id = Html.Id(Name);
        Error ??= ViewContext.ModelState.FirstError(Name);
        Value ??= ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;
        var control = Control(id, output.Attributes, inside);
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
        output.Content.SetHtmlContent(Html.Format("<label for=\"{0}\">{1}{2}</label>{3}{4}{5}{6}",
            id, Label, Optional ? Html.Format(" <small>({0})</small>", say["field.optional"]) : "",
            Html.FormatIf(Hint, "<p class=\"hint\" id=\"{1}-hint\">{0}</p>", id),
            Html.FormatIf(Error, "<p class=\"error\" id=\"{1}-error\"><b>{2}:</b> {0}</p>", id, say["error.mark"]),
            control, Counter(id)));
    }

    private HtmlContentBuilder Control(string id, TagHelperAttributeList more, IHtmlContent inside)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", Error is null ? null : $"{id}-error" }.OfType<string>());
        var attributes = Html.Format(" id=\"{0}\" name=\"{1}\"{2}{3}", id, Name,
            Html.Attribute("aria-describedby", described), Html.Attribute("aria-invalid", Error is null ? null : "true"));
        foreach (var one in more)
            attributes.AppendHtml(one.ValueStyle == HtmlAttributeValueStyle.Minimized ? Html.Format(" {0}", one.Name) : Html.Format(" {0}=\"{1}\"", one.Name, one.Value));
        return Type switch
        {
            // The first line break after the tag is dropped by browsers: without it, the writer's own would be.
            "textarea" => Html.Format("<textarea{0}>\n{1}</textarea>", attributes, Value),
            "select" => Html.Format("<select{0}>{1}</select>", attributes, inside),
            "password" => Html.Format("<input type=\"password\"{0}>", attributes),
            _ => Html.Format("<input type=\"{0}\"{1}{2}>", Type, attributes, Html.Attribute("value", Value)),
        };
    }

    private object Counter(string id) => Count == 0 ? "" : Html.Format(
        "<p class=\"hint\" hidden data-count=\"{0}\" data-of=\"{1}\" data-left=\"{2}\" data-over=\"{3}\"></p>",
        id, Count, say["field.left", ("n", "{n}")], say["field.over", ("n", "{n}")]);
}
