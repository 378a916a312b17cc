using System.CommandLine;
using System.Net;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Settings;

/// <summary>
/// Reads the settings from the command line, then <c>ISHENIM_…</c> variables, then <c>ishenim.json</c> in the data
/// folder. A wrong or unknown one stops the start with its name.
/// </summary>
public static class SettingsReader
{
    private const string Prefix = "ISHENIM_";
    private const long MiB = 1024 * 1024;

    /// <summary>Every name that there is; docs/operations.md explains each.</summary>
    public static IReadOnlyList<string> Names => Known;

    private static readonly string[] Known =
    [
        "data", "listen", "port", "public-url", "trusted-proxies", "postgres", "certificate", "certificate-key",
        "smtp-host", "smtp-port", "smtp-from", "smtp-user", "smtp-password", "smtp-tls", "codes-ahead",
        "writers-per-network", "writers-in-all", "passphrase-memory-mib", "code-memory-mib", "pdf-program", "demo",
    ];

    private static readonly string[] OnCommandLine = ["data", "listen", "port", "public-url"];

    public static void AddSettings(this Command command)
    {
        foreach (var name in OnCommandLine)
            command.Add(new Option<string>("--" + name) { Description = $"Also {Variable(name)}." });
        command.Add(new Option<bool>("--demo") { Description = "An invented school, on this machine only." });
    }

    /// <summary>For commands that serve nothing: where the data lies is all they need to be told.</summary>
    public static void AddDataFolder(this Command command) =>
        command.Add(new Option<string>("--data") { Description = $"The data folder. Also {Variable("data")}." });

    public static ServerSettings ReadSettings(this ParseResult parsed)
    {
        var typed = new Dictionary<string, string?>();
        foreach (var option in parsed.CommandResult.Command.Options.Where(option => OnCommandLine.Contains(option.Name.TrimStart('-'))))
            typed[option.Name.TrimStart('-')] = parsed.GetValue((Option<string>)option);
        if (parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == "--demo") is { } demo && parsed.GetValue(demo))
            typed["demo"] = "true";
        return Read(typed, Variables());
    }

    /// <summary>Also for tests: names with hyphens, without prefix.</summary>
    public static ServerSettings Read(IReadOnlyDictionary<string, string?> typed, IReadOnlyDictionary<string, string?> variables)
    {
        var folder = Path.GetFullPath(typed.GetValueOrDefault("data") ?? variables.GetValueOrDefault("data") ?? "data");
        var file = FromFile(Path.Combine(folder, "ishenim.json"));
        var values = new SettingValues(name => typed.GetValueOrDefault(name) ?? variables.GetValueOrDefault(name) ?? file.GetValueOrDefault(name));
        var settings = new ServerSettings
        {
            Storage = new StorageSettings { Folder = folder, Postgres = values.Postgres("postgres") },
            Listen = values.Address("listen") ?? IPAddress.Loopback,
            Port = values.Number("port", 0, 65535, 8080),
            PublicUrl = values.Url("public-url"),
            TrustedProxies = values.Addresses("trusted-proxies"),
            CertificateFile = values.ExistingFile("certificate"),
            CertificateKeyFile = values.ExistingFile("certificate-key"),
            Smtp = Smtp(values),
            CodesAhead = values.Number("codes-ahead", 0, 10_000, 32),
            WritersPerNetwork = values.Number("writers-per-network", 1, 1_000_000, 300),
            WritersInAll = values.Number("writers-in-all", 1, 1_000_000, 3000),
            StaffArgon = new Argon(Argon.Staff.Operations, values.Number("passphrase-memory-mib", 8, 1024, 64) * MiB),
            CodeArgon = new Argon(Argon.Code.Operations, values.Number("code-memory-mib", 8, 256, 19) * MiB),
            PdfProgram = values.ExistingFile("pdf-program"),
            Demo = values.Flag("demo"),
        };
        return settings.Demo && !IPAddress.IsLoopback(settings.Listen)
            ? throw new SettingsException("listen", "only a loopback address in a demo, such as 127.0.0.1")
            : settings;
    }

    private static SmtpSettings? Smtp(SettingValues values) => values.Text("smtp-host") is not { } host ? null : new SmtpSettings(
        host, values.SmtpPort("smtp-port"), values.MailAddress("smtp-from"),
        values.Text("smtp-user"), values.Text("smtp-password"), values.Flag("smtp-tls"));

    private static Dictionary<string, string?> Variables()
    {
        var variables = new Dictionary<string, string?>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (variable.Key is string name && name.StartsWith(Prefix, StringComparison.Ordinal))
                variables[Checked(name[Prefix.Length..].ToLowerInvariant().Replace('_', '-'), name)] = (string?)variable.Value;
        return variables;
    }

    private static Dictionary<string, string?> FromFile(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path).Build().AsEnumerable()
                .ToDictionary(setting => Checked(setting.Key.ToLowerInvariant(), $"{setting.Key} in ishenim.json"), setting => setting.Value);
        }
        catch (InvalidDataException)
        {
            throw new SettingsException("file ishenim.json", "an object of names and values in JSON");
        }
    }

    private static string Checked(string name, string asWritten) =>
        Known.Contains(name) ? name : throw new SettingsException(asWritten, $"nothing: there is none of that name; there are {string.Join(", ", Known)}");

    private static string Variable(string name) => Prefix + name.ToUpperInvariant().Replace('-', '_');
}
