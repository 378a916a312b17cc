using System.Net;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Settings;

/// <summary>The settings of an installation; a school's own settings lie in the database.</summary>
public sealed record ServerSettings
{
    public required StorageSettings Storage { get; init; }

    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>0: any free port.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The address that people type; null: the one it listens on. With https, cookies are secure and HSTS is sent.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Proxies whose X-Forwarded-… headers are believed.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>A PEM certificate: Kestrel then speaks TLS itself.</summary>
    public string? CertificateFile { get; init; }

    public string? CertificateKeyFile { get; init; }

    public SmtpSettings? Smtp { get; init; }

    /// <summary>Receipt codes made ahead for each school.</summary>
    public int CodesAhead { get; init; } = 32;

    /// <summary>Posts of writers per minute: from one network (a school behind one address), and in total.</summary>
    public int WritersPerNetwork { get; init; } = 300;

    public int WritersInAll { get; init; } = 3000;

    /// <summary>How hard a new passphrase is stretched; stored beside it.</summary>
    public Argon StaffArgon { get; init; } = Argon.Staff;

    /// <summary>How hard the codes of a new school are stretched; stored with the school.</summary>
    public Argon CodeArgon { get; init; } = Argon.Code;

    /// <summary>WeasyPrint; null: the one on the search path, and without one the print view serves.</summary>
    public string? PdfProgram { get; init; }

    /// <summary>An invented school. Never beyond loopback.</summary>
    public bool Demo { get; init; }

    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps || CertificateFile is not null;
}

/// <summary>The mail server that sends notices.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">25, 465 or 587 as a rule.</param>
/// <param name="From">The address notices come from.</param>
/// <param name="User">Null: without signing in.</param>
/// <param name="Password">Null: without signing in.</param>
/// <param name="Tls">Whether STARTTLS is asked for.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string? User, string? Password, bool Tls);
