using Ishenim.Components;

namespace Ishenim.Protection;

/// <summary>What every answer says to the browser: keep nothing, fetch nothing from elsewhere, tell nobody where from.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Devices = "Permissions-Policy";
    private const string NoDevices = "camera=(), microphone=(), geolocation=(), browsing-topics=()";

    /// <summary>This answer's own script may ask for the camera; no other page's may.</summary>
    public static void AllowCamera(HttpResponse response) =>
        response.Headers[Devices] = NoDevices.Replace("camera=()", "camera=(self)", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context, Nonce nonce, PageFrame frame)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self' 'nonce-{nonce}'; script-src 'nonce-{nonce}'; "
            + $"img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; {frame.Ancestors}";
        headers["Referrer-Policy"] = PublicFaults.IsDesk(context.Request.Path) ? "same-origin" : "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers[Devices] = NoDevices;
        return next(context);
    }
}
