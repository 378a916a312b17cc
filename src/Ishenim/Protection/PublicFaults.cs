using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using Ishenim.Components;
using Ishenim.Core.Storage;
using Ishenim.Words;
using Microsoft.AspNetCore.Http.Features;

namespace Ishenim.Protection;

/// <summary>
/// The last line: whatever a page throws becomes a kind page in three languages that repeats nothing of the request, and
/// so does an answer without a body. It needs neither the database nor a school. Faults of public pages are counted for
/// the day; those of the desk are logged at once, by type and stack, without messages, which may hold data.
/// </summary>
internal sealed class PublicFaults(RequestDelegate next, WordBook words, Assets assets, DailyFaults faults, ILogger<PublicFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The path is rewritten on its way in; what the visitor asked for decides.
        var path = context.Request.Path;
        try
        {
            await next(context);
            if (IsEmpty(context.Response))
                await AnswerAsync(context, context.Response.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (BadHttpRequestException refused)
        {
            await AnswerAsync(context, refused.StatusCode);
        }
        // The framework's word on a form of the desk whose bytes are no form.
        catch (InvalidDataException)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest);
        }
        // Its reader breaks on "filename*" without a value, instead of saying so.
        catch (ArgumentNullException broken) when (broken.StackTrace?.Contains(nameof(FormFeature), StringComparison.Ordinal) == true)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest);
        }
        catch (Exception fault) when (StorageFaults.Of(fault) is not null)
        {
            faults.Count(fault);
            context.Response.Headers.RetryAfter = Floods.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "storage");
        }
        // The boundary of the process: the framework's own handler would log what the request held.
        catch (Exception fault)
        {
            Note(fault, path);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static bool IsEmpty(HttpResponse response) =>
        response is { StatusCode: >= 400, HasStarted: false, ContentLength: null or 0, ContentType: null };

    private void Note(Exception fault, PathString path)
    {
        if (IsDesk(path))
            log.LogError("A page of the desk failed: {Fault}\n{Stack}", fault.GetType().FullName, fault.StackTrace);
        else
            faults.Count(fault);
    }

    /// <summary>The desk of the first school, or of one under its own path; a school may be called "desk".</summary>
    internal static bool IsDesk(PathString path)
    {
        var parts = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (parts is ["s", _, ..] ? parts[2..] : parts) is ["desk", ..];
    }

    private async Task AnswerAsync(HttpContext context, int status, string? kind = null)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        var kept = context.Response.Headers.ToList();
        context.Response.Clear();
        foreach (var header in kept.Where(header => header.Key is "Retry-After" or "WWW-Authenticate" or "Allow" or "Strict-Transport-Security"))
            context.Response.Headers[header.Key] = header.Value;
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        // Headers of SecurityHeaders went with Clear; this page needs only its style.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var frame = context.RequestServices.GetRequiredService<PageFrame>();
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; {frame.Ancestors}";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Page(kind ?? Kind(status), context.Request.PathBase, frame)));
    }

    private string Page(string kind, PathString home, PageFrame frame)
    {
        var address = HtmlEncoder.Default.Encode(home.Value is { Length: > 0 } prefix ? prefix : "/");
        var first = words.In(WordBook.Languages[0]);
        var page = new StringBuilder($"<!DOCTYPE html><html lang=\"{first.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append($"<title>{first[$"fault.{kind}.title"]}</title><link rel=\"icon\" href=\"data:,\"><style>{assets.PublicStyle.Value}</style></head><body>")
            .Append(frame.Demo ? $"<p class=\"demo\">{first["demo.banner"]}</p>" : "")
            .Append($"<header class=\"top\"><div class=\"bar\"><a class=\"brand\" href=\"{address}\">{first["app.name"]}</a>")
            .Append($"<a class=\"button exit\" href=\"{HtmlEncoder.Default.Encode(frame.QuickExit.AbsoluteUri)}\" target=\"_top\" rel=\"noreferrer nofollow\">{first["exit.button"]}</a></div></header>")
            .Append($"<main id=\"main\"><h1>{first[$"fault.{kind}.title"]}</h1>");
        foreach (var say in WordBook.Languages.Select(words.In))
            page.Append($"<section lang=\"{say.Language}\">{(say.Language == first.Language ? "" : $"<h2>{say[$"fault.{kind}.title"]}</h2>")}")
                .Append($"<p>{say[$"fault.{kind}.text"]}</p><p><a href=\"{address}\">{say["fault.home"]}</a></p></section>");
        page.Append($"<aside class=\"help\" aria-label=\"{first["help.title"]}\"><p class=\"title\">{first["help.title"]}</p>")
            .Append("<p class=\"calls\"><a href=\"tel:111\">111</a><a href=\"tel:102\">102</a><a href=\"tel:103\">103</a></p></aside>");
        return page.Append("</main></body></html>").ToString();
    }

    private static string Kind(int status) => status switch
    {
        404 or 405 => "404",
        413 => "413",
        429 or 503 => "busy",
        < 500 => "400",
        _ => "500",
    };
}
