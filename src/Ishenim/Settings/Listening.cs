using System.Security.Cryptography.X509Certificates;

namespace Ishenim.Settings;

/// <summary>How Kestrel listens, and what it bears.</summary>
internal static class Listening
{
    public static void Configure(IWebHostBuilder host, ServerSettings settings) => host.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = FileHandles.Connections();
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Listen(settings.Listen, settings.Port, listen =>
        {
            if (settings.CertificateFile is { } certificate)
                listen.UseHttps(Certificate(certificate, settings.CertificateKeyFile));
        });
    });

    private static X509Certificate2 Certificate(string file, string? keyFile)
    {
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(file, keyFile);
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new SettingsException("certificate", "a PEM certificate, with its key in the same file or in certificate-key");
        }
    }
}
