using Ishenim.Settings;

namespace Ishenim.Schools;

/// <summary>Addresses as people type them: under the public address where one is set, else under the one that was asked.</summary>
internal sealed class PublicAddress(ServerSettings settings)
{
    /// <summary>A page of the request's school.</summary>
    public string Of(HttpContext context, string path) => Root(context) + context.Request.PathBase + path;

    private string Root(HttpContext context) =>
        settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{context.Request.Scheme}://{context.Request.Host}";
}
