using Ishenim.Core.Staff;
using Ishenim.Schools;
using Ishenim.Settings;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Entrance;

internal sealed class LoginModel(SignIns signIns, Sessions sessions, SignedIn signedIn, CurrentSchool school, ServerSettings settings, Say say) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty]
    public string? Otp { get; set; }

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>What was typed when the session was found to be over.</summary>
    public TypedForm? Typed { get; private set; }

    /// <summary>Signed in again: <see cref="Typed"/> waits to be sent on.</summary>
    public bool Resumes { get; private set; }

    public void OnGet() => Typed = (TypedForm?)HttpContext.Items[typeof(TypedForm)];

    public async Task<IActionResult> OnPostAsync()
    {
        Typed = TypedForm.Carried(Request.Form, Request.PathBase);
        if (Request.Form["step"] == "language")
            return Page();
        var outcome = await TryAsync();
        if (outcome?.Session is { } session)
            return await WelcomeAsync(session, outcome.DeviceToken!);
        ModelState.AddModelError("", Why(outcome));
        return Page();
    }

    private async Task<SignInOutcome?> TryAsync()
    {
        try
        {
            return await signIns.TryAsync(school.School, new SignInAttempt
            {
                Login = Login, Passphrase = Passphrase, Otp = Otp, Network = Network.Of(HttpContext),
                DeviceToken = Request.Cookies[DeskCookies.Device], Device = DeviceName.Of(Request),
            });
        }
        catch (StretchQueueFull)
        {
            return null;
        }
    }

    private string Why(SignInOutcome? outcome)
    {
        if (outcome is { Wait: null })
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return say["login.bad"];
        }
        var seconds = outcome?.Wait is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : StretchQueueFull.RetryAfter;
        Response.StatusCode = outcome is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = $"{seconds}";
        return outcome is null ? say["login.busy"] : say["login.slow", ("n", (seconds + 59) / 60)];
    }

    /// <summary>A session that this browser had before ends: the new one shares nothing with it.</summary>
    private async Task<IActionResult> WelcomeAsync(NewSession session, string deviceToken)
    {
        if (signedIn.IsKnown)
            await sessions.EndAsync(school.School, signedIn.Session);
        await DeskCookies.SignInAsync(HttpContext, session);
        DeskCookies.Remember(HttpContext, deviceToken, settings.IsHttps);
        if (Typed is not null)
        {
            Resumes = true;
            return Page();
        }
        return LocalRedirect(TypedForm.IsOfDesk(Return, Request.PathBase) ? Return! : Request.PathBase + "/desk");
    }
}
