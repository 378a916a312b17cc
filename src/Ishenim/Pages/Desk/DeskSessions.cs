using Ishenim.Settings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;

namespace Ishenim.Pages.Desk;

/// <summary>Sign-in of the staff: a cookie of ASP.NET Core's that only pages under <c>/desk</c> ever see.</summary>
internal static class DeskSessions
{
    public static void AddDeskSessions(this IServiceCollection services, ServerSettings settings)
    {
        var secure = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie = new DeskCookie { Name = "desk", HttpOnly = true, SameSite = SameSiteMode.Lax, SecurePolicy = secure, IsEssential = true };
            options.LoginPath = "/desk/login";
            options.AccessDeniedPath = "/desk/denied";
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie = new DeskCookie { Name = "desk-form", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = secure, IsEssential = true };
        });
    }

    private sealed class DeskCookie : RequestPathBaseCookieBuilder
    {
        protected override string AdditionalPath => "/desk";
    }
}
