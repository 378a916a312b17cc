using System.Security.Claims;
using Ishenim.Components;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Schools;
using Ishenim.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;

namespace Ishenim.Pages.Desk;

/// <summary>
/// Sign-in of the staff: a cookie of ASP.NET Core's that only pages under <c>/desk</c> ever see. It names the session and
/// holds the key of its private key; who that is and may do comes from the database with every request.
/// </summary>
internal static class DeskSessions
{
    public static void AddDeskSessions(this IServiceCollection services, ServerSettings settings)
    {
        var secure = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie = new DeskCookie { Name = DeskCookies.Session, HttpOnly = true, SameSite = SameSiteMode.Lax, SecurePolicy = secure, IsEssential = true };
            options.LoginPath = "/desk/login";
            options.AccessDeniedPath = "/desk/denied";
            options.ReturnUrlParameter = "return";
            options.ExpireTimeSpan = StaffSession.Longest;
            options.SlidingExpiration = false;
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ValidateAsync, OnRedirectToLogin = AskToSignIn, OnRedirectToAccessDenied = Deny,
            };
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie = new DeskCookie { Name = DeskCookies.Form, HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = secure, IsEssential = true };
        });
    }

    /// <summary>
    /// Under a school's own path anti-forgery sets its cookie for the whole school, whatever its builder says: pages of
    /// writers would then see who is of the staff.
    /// </summary>
    public static CookiePolicyOptions CookiePolicy { get; } = new()
    {
        OnAppendCookie = cookie =>
        {
            if (cookie.CookieName == DeskCookies.Form)
                cookie.CookieOptions.Path = cookie.Context.Request.PathBase + "/desk";
        },
    };

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var school = services.GetRequiredService<CurrentSchool>();
        if (school.IsKnown && DeskCookies.Read(context.Principal) is var (id, key)
            && await services.GetRequiredService<Sessions>().OpenAsync(school.School, id, key) is { } open)
        {
            var signedIn = services.GetRequiredService<SignedIn>();
            signedIn.Fill(school.School, open, id, services.GetRequiredService<TimeProvider>());
            context.ReplacePrincipal(DeskCookies.Principal(open.Person, id));
            DeskFrame.Fill(services.GetRequiredService<PageFrame>(), open.Person);
            return;
        }
        context.RejectPrincipal();
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (TypedKept.TryKeep(context.HttpContext))
            return Task.CompletedTask;
        var ended = context.Request.Cookies.ContainsKey(DeskCookies.Session) ? "&ended=true" : "";
        context.Response.Redirect(context.RedirectUri + ended);
        return Task.CompletedTask;
    }

    /// <summary>Whoever only has to sign the undertaking is led to it.</summary>
    private static Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        var person = context.HttpContext.User;
        var unsigned = person.FindFirst(ClaimTypes.NameIdentifier) is not null && !person.HasClaim(DeskCookies.Undertaking, DeskCookies.Signed);
        context.Response.Redirect(unsigned
            ? UriHelper.BuildRelative(context.Request.PathBase, "/desk/undertaking")
            : context.RedirectUri);
        return Task.CompletedTask;
    }

    private sealed class DeskCookie : RequestPathBaseCookieBuilder
    {
        protected override string AdditionalPath => "/desk";
    }
}
