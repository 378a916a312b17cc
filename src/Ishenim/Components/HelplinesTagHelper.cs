using Ishenim.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ishenim.Components;

/// <summary>The numbers to call in danger: <c>&lt;helplines /&gt;</c>; <c>&lt;helplines full="true" /&gt;</c> adds what to do besides.</summary>
[HtmlTargetElement("helplines")]
public sealed class HelplinesTagHelper(Say say) : TagHelper
{
    public bool Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "aside";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "help");
        output.Attributes.SetAttribute("aria-label", say["help.title"]);
        output.Content.AppendHtml(Html.Format(
            "<p class=\"title\">{0}</p><p>{1}</p><p class=\"calls\"><a href=\"tel:111\">111</a><a href=\"tel:102\">102</a><a href=\"tel:103\">103</a></p><p>{2}<br>{3}</p>",
            say["help.title"], say["help.call"], say["help.111"], say["help.102"]));
        if (Full)
            output.Content.AppendHtml(Html.Format("<p>{0}</p><p>{1}</p>", say["help.adult"], say["help.friend"]));
    }
}

/// <summary>The receipt code, huge, in fives of four: <c>&lt;receipt-code code="@code" /&gt;</c>.</summary>
[HtmlTargetElement("receipt-code", Attributes = "code")]
public sealed class ReceiptCodeTagHelper : TagHelper
{
    /// <summary>20 digits, with or without blanks.</summary>
    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "output";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", "receipt");
        output.Content.SetContent(string.Join(' ', Code.Where(char.IsAsciiDigit).Chunk(4).Select(four => new string(four))));
    }
}
