using System.Globalization;
using System.Net;
using Npgsql;

namespace Ishenim.Settings;

/// <summary>Parses single settings; each fault names the setting and what it takes.</summary>
internal sealed class SettingValues(Func<string, string?> find)
{
    public string? Text(string name) => string.IsNullOrWhiteSpace(find(name)) ? null : find(name)!.Trim();

    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException(name, $"a whole number from {least} to {most}");
    }

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new SettingsException(name, "true or false"),
    };

    public IPAddress? Address(string name) => Text(name) is not { } text ? null
        : text == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new SettingsException(name, "an IP address, such as 127.0.0.1 or 0.0.0.0");

    public IReadOnlyList<IPAddress> Addresses(string name) =>
        (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : throw new SettingsException(name, "IP addresses, separated by commas"))
            .ToList();

    public Uri? Url(string name) => Text(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.AbsolutePath == "/" && url.Query.Length == 0
            ? url
            : throw new SettingsException(name, "an address such as https://ishenim.example.kg, without a path");

    public string? ExistingFile(string name) => Text(name) is not { } text ? null
        : File.Exists(text) ? text : throw new SettingsException(name, "the path of a file that is there");

    public string? Postgres(string name) => Text(name) is { } text ? Connection(name, text) : null;

    /// <summary>A method of its own, and with a catch none that is put in line: a start on SQLite does not load PostgreSQL's driver.</summary>
    private static string Connection(string name, string text)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            if (connection.Host is not { Length: > 0 })
                throw new SettingsException(name, PostgresForm);
            // A page of the desk has fifty rows: helpers that PostgreSQL starts for one cost more than they bring.
            connection.Options ??= "-c max_parallel_workers_per_gather=0";
            return connection.ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new SettingsException(name, PostgresForm);
        }
    }

    /// <summary>.NET's client speaks STARTTLS, but not TLS from the first byte.</summary>
    public int SmtpPort(string name) => Number(name, 1, 65535, 587) is not 465 and var port
        ? port
        : throw new SettingsException(name, "587 or 25 (with smtp-tls for STARTTLS); 465, which is TLS from the first byte, is not spoken");

    public string MailAddress(string name) => Text(name) is { } text && System.Net.Mail.MailAddress.TryCreate(text, out var address)
        ? address.Address
        : throw new SettingsException(name, "the e-mail address that notices come from, such as ishenim@example.kg");

    private const string PostgresForm = "a connection string such as Host=127.0.0.1;Database=ishenim;Username=ishenim;Password=…";
}
