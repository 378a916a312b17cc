using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ishenim.Components;

/// <summary>What several components build their HTML from; every argument is encoded unless it is HTML content.</summary>
internal static class Html
{
    public static HtmlContentBuilder Format(string format, params object?[] arguments)
    {
        var built = new HtmlContentBuilder();
        built.AppendFormat(format, arguments.Select(one => one ?? "").ToArray());
        return built;
    }

    /// <summary>Nothing if there is nothing to say.</summary>
    public static IHtmlContent FormatIf(string? said, string format, params object?[] more) =>
        string.IsNullOrEmpty(said) ? HtmlString.Empty : Format(format, [said, .. more]);

    public static IHtmlContent Attribute(string name, string? value) => FormatIf(value, " " + name + "=\"{0}\"");

    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "-");

    public static string? FirstError(this ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
