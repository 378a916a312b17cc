using Ishenim.Core.Attachments;
using Ishenim.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Public;

/// <summary>Gives a file to be saved, opened piece by piece; a browser never runs or shows it.</summary>
internal sealed class SealedFileResult(AttachmentFacts facts, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(facts.Name);
        response.ContentType = "application/octet-stream";
        response.ContentLength = facts.Bytes;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        try
        {
            await write(response.Body, context.HttpContext.RequestAborted);
        }
        catch (SealBrokenException)
        {
            // What went out already cannot be taken back: the cut connection tells that the file is not whole.
            context.HttpContext.Abort();
        }
    }
}
