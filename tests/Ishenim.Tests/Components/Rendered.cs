using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ishenim.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Ishenim.Components;

/// <summary>A component's HTML, parsed as a browser would.</summary>
internal static class Rendered
{
    public static Say Say { get; } = WordBook.Embedded(typeof(WordBook).Assembly).In("ky");

    public static IElement Of(TagHelper helper, string inside = "", params (string Name, object Value)[] more)
    {
        var context = new TagHelperContext("x", [], new Dictionary<object, object>(), "one");
        var content = new DefaultTagHelperContent();
        content.SetHtmlContent(inside);
        var output = new TagHelperOutput("x", new(more.Select(one => new TagHelperAttribute(one.Name, one.Value))),
            (_, _) => Task.FromResult<TagHelperContent>(content));
        if (inside.Length > 0)
            output.Content.SetHtmlContent(inside);
        helper.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument($"<body>{writer}").Body!;
    }

    public static ViewContext View(Action<ModelStateDictionary>? faults = null)
    {
        var state = new ModelStateDictionary();
        faults?.Invoke(state);
        return new ViewContext(
            new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor(), state), new NoView(),
            new ViewDataDictionary(new EmptyModelMetadataProvider(), state), new NoTempData(), TextWriter.Null, new HtmlHelperOptions());
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : Dictionary<string, object?>, ITempDataDictionary
    {
        public void Keep()
        {
        }

        public void Keep(string key)
        {
        }

        public void Load()
        {
        }

        public object? Peek(string key) => null;

        public void Save()
        {
        }
    }
}
