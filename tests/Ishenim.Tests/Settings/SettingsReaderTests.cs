using System.Net;
using Ishenim.Settings;

namespace Ishenim.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("port", "eighty", "from 0 to 65535")]
    [InlineData("port", "-1", "from 0 to 65535")]
    [InlineData("port", "65536", "from 0 to 65535")]
    [InlineData("listen", "example.kg", "an IP address")]
    [InlineData("public-url", "ishenim.example.kg", "https://")]
    [InlineData("public-url", "ftp://example.kg", "https://")]
    [InlineData("public-url", "https://example.kg/mail", "without a path")]
    [InlineData("trusted-proxies", "127.0.0.1,proxy", "IP addresses, separated by commas")]
    [InlineData("certificate", "/no/such/file", "a file that is there")]
    [InlineData("certificate-key", "/no/such/file", "a file that is there")]
    [InlineData("pdf-program", "/no/such/file", "a file that is there")]
    [InlineData("postgres", "nonsense", "Host=")]
    [InlineData("postgres", "Database=ishenim", "Host=")]
    [InlineData("codes-ahead", "-1", "from 0 to 10000")]
    [InlineData("writers-per-network", "0", "from 1 to")]
    [InlineData("writers-in-all", "0", "from 1 to")]
    [InlineData("passphrase-memory-mib", "4", "from 8 to 1024")]
    [InlineData("code-memory-mib", "4", "from 8 to 256")]
    [InlineData("demo", "yes", "true or false")]
    public void Read_WrongValue_NamesTheSettingAndWhatItTakes(string name, string value, string takes)
    {
        using var folder = new TemporaryFolder();

        var wrong = Assert.Throws<SettingsException>(() => Read(folder, (name, value)));

        Assert.StartsWith($"the setting {name} takes ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(takes, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp-from", null)]
    [InlineData("smtp-from", "nobody")]
    [InlineData("smtp-port", "465")]
    [InlineData("smtp-port", "0")]
    [InlineData("smtp-tls", "starttls")]
    public void Read_WrongMailSetting_NamesIt(string name, string? value)
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["smtp-host"] = "127.0.0.1", ["smtp-from"] = "a@example.kg", [name] = value };

        var wrong = Assert.Throws<SettingsException>(() => Read(folder, [.. settings.Select(one => (one.Key, one.Value))]));

        Assert.StartsWith($"the setting {name} takes ", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.mektep.example", "-c max_parallel_workers_per_gather=0")]
    [InlineData("Host=db.mektep.example;Options=-c work_mem=8MB", "-c work_mem=8MB")]
    public void Read_Postgres_AsksForNoParallelWorkersUnlessItHasOptions(string connection, string options)
    {
        using var folder = new TemporaryFolder();

        var read = new Npgsql.NpgsqlConnectionStringBuilder(Read(folder, ("postgres", connection)).Storage.Postgres);

        Assert.Equal(("db.mektep.example", options), (read.Host, read.Options));
    }

    [Fact]
    public void Read_DemoBeyondLoopback_IsRefused()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("loopback", Assert.Throws<SettingsException>(() => Read(folder, ("demo", "true"), ("listen", "0.0.0.0"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"prot\": 80 }", "prot in ishenim.json")]
    [InlineData("not json", "file ishenim.json")]
    public void Read_WrongFile_NamesIt(string json, string names)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "ishenim.json"), json);

        Assert.Contains(names, Assert.Throws<SettingsException>(() => Read(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameNameThrice_CommandLineWinsThenVariableThenFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "ishenim.json"), """{ "port": 1, "codes-ahead": 7, "listen": "127.0.0.3" }""");
        var variables = new Dictionary<string, string?> { ["port"] = "2", ["listen"] = "127.0.0.2" };

        var settings = SettingsReader.Read(new Dictionary<string, string?> { ["data"] = folder.Path, ["port"] = "3" }, variables);

        Assert.Equal((3, IPAddress.Parse("127.0.0.2"), 7), (settings.Port, settings.Listen, settings.CodesAhead));
    }

    [Fact]
    public void Operations_Guide_ExplainsEverySettingAndNoOther()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var table = guide[guide.IndexOf("## Settings", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Equal(SettingsReader.Names.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    private static ServerSettings Read(TemporaryFolder folder, params (string Name, string? Value)[] typed)
    {
        var settings = typed.ToDictionary(one => one.Name, one => one.Value);
        settings["data"] = folder.Path;
        return SettingsReader.Read(settings, new Dictionary<string, string?>());
    }
}
