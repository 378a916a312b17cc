namespace Ishenim.Core.Schools;

/// <summary>A site's origin as browsers compare it (RFC 6454): scheme, host, and the port where it is not the usual one.</summary>
public static class SiteOrigin
{
    /// <summary>A name's most (RFC 1035).</summary>
    private const int HostLength = 253;

    /// <summary>
    /// The origin of a typed https address (people copy whole addresses, so a path is dropped), or null for nothing; false
    /// for anything else. Only letters, digits, dots and hyphens stand in it: it goes into a header, where "*" or ";" would mean more.
    /// </summary>
    public static bool TryParse(string? typed, out string? origin)
    {
        var text = (typed ?? "").Trim();
        origin = null;
        if (text.Length == 0)
            return true;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            return false;
        var host = address.IdnHost;
        if (!host.Contains('.', StringComparison.Ordinal) || !host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
            return false;
        if (host.Length > HostLength)
            return false;
        origin = address.IsDefaultPort ? $"https://{host}" : $"https://{host}:{address.Port}";
        return true;
    }
}
