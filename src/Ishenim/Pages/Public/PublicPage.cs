using System.Security.Cryptography;
using Ishenim.Core.Schools;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Public;

/// <summary>What the pages of writers share: the school, the posted form, and three kinds of answer.</summary>
public abstract class PublicPage(WriterDesk desk) : PageModel
{
    private PostedForm? _form;

    /// <summary>What was posted; an empty form where nothing was.</summary>
    public PostedForm Form => _form ??= new PostedForm();

    public School School => desk.Current.School;

    public bool HasSchool => desk.Current.IsKnown;

    protected Say Say => desk.Say;

    protected WriterDesk Desk => desk;

    /// <summary>The nonce of the posted form, else a new one.</summary>
    public string FormNonce => Form["nonce"] is { Length: > 0 } posted ? posted : _fresh;

    private readonly string _fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether a script asked: then the answer is JSON.</summary>
    public bool WantsJson => Request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        && !accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the form; false where the flood is too high: then its files were not kept.</summary>
    protected async Task<bool> ReadFormAsync()
    {
        var free = desk.Floods.MayEnter(HttpContext.Connection.RemoteIpAddress);
        await ReadFormAsync(takeFiles: free);
        return free;
    }

    protected async Task ReadFormAsync(bool takeFiles)
    {
        _form = await desk.Reader.ReadAsync(HttpContext, School, takeFiles);
        HttpContext.Response.RegisterForDispose(_form);
    }

    /// <summary>The page again with all that was typed, or what is wrong as JSON.</summary>
    protected IActionResult Again(int status)
    {
        Response.StatusCode = status;
        if (!WantsJson)
            return Page();
        var errors = ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .ToDictionary(entry => entry.Key, entry => entry.Value!.Errors[0].ErrorMessage);
        return new JsonResult(new { errors }) { StatusCode = status };
    }

    protected IActionResult Busy()
    {
        if (Form.Faults.HasFlag(FileFaults.NotTaken))
            ModelState.AddModelError("files", Say["write.files.again"]);
        return Later(Say["write.busy"]);
    }

    /// <summary>The disk or the database fails: the page again, with all that was typed.</summary>
    internal IActionResult Unavailable()
    {
        if (Form.Faults.HasFlag(FileFaults.NotKept))
            ModelState.AddModelError("files", Say["storage.file"]);
        return Later(Say["storage.later"]);
    }

    /// <summary>Nothing can be done now, through no fault of the writer's: the page again, with how long to wait.</summary>
    private IActionResult Later(string why)
    {
        Response.Headers.RetryAfter = Floods.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ModelState.AddModelError("", why);
        return Again(StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>What every page of writers works with.</summary>
public sealed record WriterDesk(CurrentSchool Current, Say Say, WordBook Words, FormReader Reader, Floods Floods);
