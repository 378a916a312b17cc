using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Public;
using Ishenim.Protection;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages;

/// <summary>
/// Shows a refusal above the form of the page that was posted, with everything that was typed; likewise when somebody
/// else changed the same thing in the meantime.
/// </summary>
internal sealed class RefusalFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Without a handler the framework would show the page with nothing in it.
        if (context.HandlerMethod is null && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        var executed = await next();
        if (executed.Exception is { } fault && StorageFaults.Of(fault) is not null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await ShowUnavailableAsync(context, executed);
            return;
        }
        var say = context.HttpContext.RequestServices.GetRequiredService<Say>();
        var text = executed.Exception switch
        {
            Refusal refusal => say.Of(refusal),
            DbUpdateConcurrencyException => say["refusal.ChangedMeanwhile"],
            _ => null,
        };
        if (text is null || context.HandlerInstance is not PageModel page)
            return;
        executed.ExceptionHandled = true;
        var field = executed.Exception is Refusal about && page is IPlacesRefusals places ? places.FieldOf(about) : null;
        page.ModelState.AddModelError(field ?? "", text);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        if (executed.Exception is StretchQueueFull)
            (page.Response.StatusCode, page.Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, $"{StretchQueueFull.RetryAfter}");
        if (executed.Exception is TooManyTries many)
            (page.Response.StatusCode, page.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, $"{(int)Math.Ceiling(many.Wait.TotalSeconds)}");
        if (page is IShowsAgain shown)
            await shown.ShowAgainAsync();
        executed.Result = page.Page();
    }

    /// <summary>Disk or database fail: what was typed is shown again, to be sent when they are well.</summary>
    private static async Task ShowUnavailableAsync(PageHandlerExecutingContext context, PageHandlerExecutedContext executed)
    {
        var services = context.HttpContext.RequestServices;
        if (context.HandlerInstance is PublicPage writers)
            executed.Result = writers.Unavailable();
        else if (context.HandlerInstance is PageModel page)
        {
            page.ModelState.AddModelError("", services.GetRequiredService<Say>()["storage.later"]);
            page.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            page.Response.Headers.RetryAfter = $"{StretchQueueFull.RetryAfter}";
            if (page is IShowsAgain shown)
                await shown.ShowAgainAsync();
            executed.Result = page.Page();
        }
        services.GetRequiredService<DailyFaults>().Count(executed.Exception!);
        executed.ExceptionHandled = true;
    }
}

/// <summary>A page that has to load something before it can be shown again with what was typed.</summary>
internal interface IShowsAgain
{
    Task ShowAgainAsync();
}

/// <summary>A page with long forms: it says beside which field a refusal stands.</summary>
internal interface IPlacesRefusals
{
    /// <summary>Null: above the page.</summary>
    string? FieldOf(Refusal refusal);
}
