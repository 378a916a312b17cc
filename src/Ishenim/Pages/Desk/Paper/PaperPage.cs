using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;
using Ishenim.Sealing;
using Ishenim.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Paper;

/// <summary>
/// A page on which a letter on paper is registered. It reads its form itself, as a stream, so that no scan lies on the disk
/// in the clear; the anti-forgery token is checked once the form is read.
/// </summary>
public abstract class PaperPage(PaperView desk) : PageModel
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>What was typed; a fresh draft where nothing was.</summary>
    public PostedForm Form { get; private set; } = new() { Draft = LetterDraft.New() };

    public DeskView Desk => desk.Desk;

    protected PaperLetters Papers => desk.Papers;

    /// <summary>Set once it is registered; a code in it is shown this once.</summary>
    public Registered? Done { get; protected set; }

    /// <summary>The day on which the letter was taken.</summary>
    public abstract DateOnly ReceivedOn { get; }

    /// <summary>Where the form goes and how the letter came.</summary>
    public abstract string Path { get; }

    /// <summary>Whether it came out of the box; else it was told or brought by hand.</summary>
    public bool FromBox => this is LetterModel;

    /// <summary>The form's anti-forgery token was refused: the page has a new one.</summary>
    public bool Old { get; private set; }

    /// <summary>The code of a coded sheet is read here.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => SecurityHeaders.AllowCamera(Response);

    /// <summary>What is registered, and where it was typed wrong: null, with the reasons beside the fields.</summary>
    protected async Task<PaperLetter?> ReadAsync() => await ReadFormAsync() ? ReadLetter() : null;

    /// <summary>False where the form cannot be believed to come from our page.</summary>
    protected async Task<bool> ReadFormAsync()
    {
        Form.Dispose();
        Form = await desk.Reader.ReadAsync(HttpContext, Desk.School, takeFiles: true, KeyClass.Original);
        HttpContext.Response.RegisterForDispose(Form);
        Request.Headers["RequestVerificationToken"] = Form[Token];
        if (!await desk.Antiforgery.IsRequestValidAsync(HttpContext))
        {
            await desk.Reader.DropAsync(Form);
            ModelState.AddModelError("", desk.Say["form.old"]);
            Old = true;
        }
        return !Old;
    }

    protected PaperLetter? ReadLetter() => new PaperFields(desk.Say, desk.Words, ModelState).Read(Form, Desk, FromBox, ReceivedOn);

    /// <summary>The page again, with what was typed.</summary>
    protected PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

/// <summary>What the pages of paper work with. Scoped.</summary>
public sealed record PaperView(DeskView Desk, Say Say, WordBook Words, FormReader Reader, IAntiforgery Antiforgery, PaperLetters Papers);
