using System.Security.Claims;
using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ishenim.Pages.Desk;

/// <summary>What the desk's cookies hold, and the claims of a request.</summary>
internal static class DeskCookies
{
    public const string Session = "desk";
    public const string Device = "desk-device";
    public const string Form = "desk-form";
    public const string Undertaking = "undertaking";
    public const string Signed = "signed";
    private const string SessionId = "session";
    private const string SessionKey = "session-key";

    /// <summary>Gives the browser its session; the request goes on as that person, so that forms on its page bear the right token.</summary>
    public static async Task SignInAsync(HttpContext context, NewSession session)
    {
        var cookie = new ClaimsIdentity(
            [new Claim(SessionId, session.Id.ToString("N")), new Claim(SessionKey, Convert.ToBase64String(session.Key)), Who(session.Person)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(cookie));
        context.User = new ClaimsPrincipal(new ClaimsIdentity([Who(session.Person)], CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public static (Guid Id, byte[] Key)? Read(ClaimsPrincipal? principal)
    {
        Span<byte> key = stackalloc byte[64];
        return Guid.TryParse(principal?.FindFirst(SessionId)?.Value, out var id)
            && Convert.TryFromBase64String(principal?.FindFirst(SessionKey)?.Value ?? "", key, out var length)
            ? (id, key[..length].ToArray())
            : null;
    }

    public static ClaimsPrincipal Principal(Person person, Guid session)
    {
        var identity = new ClaimsIdentity(
            [Who(person.Id), new Claim(SessionId, session.ToString("N")), new Claim("language", person.Language)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaims(person.Roles.Select(held => new Claim(ClaimTypes.Role, held.Role.ToString())));
        if (person.Account?.UndertakingOn is not null)
            identity.AddClaim(new Claim(Undertaking, Signed));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Lets this browser past the throttle of its owner's login.</summary>
    public static void Remember(HttpContext context, string token, bool secure) => context.Response.Cookies.Append(Device, token, new CookieOptions
    {
        HttpOnly = true, Secure = secure || context.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true,
        Path = context.Request.PathBase + "/desk/login", MaxAge = TimeSpan.FromDays(180),
    });

    private static Claim Who(PersonId person) => new(ClaimTypes.NameIdentifier, person.ToString());
}
