using System.Text.Json;

namespace Ishenim.Tests.Deploy;

/// <summary>What the program asks of .NET. A property whose name is wrong is dropped without a word.</summary>
public sealed class RuntimeSettingsTests
{
    [Fact]
    public void Program_AsBuilt_AsksForTheSmallHeapOfAWorkstation()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RunningProgram.Executable + ".runtimeconfig.json"));

        var asked = json.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(asked.GetProperty("System.GC.Server").GetBoolean());
        Assert.False(asked.GetProperty("System.Runtime.TieredPGO").GetBoolean());
        Assert.Equal(2 * 1024 * 1024, asked.GetProperty("System.GC.Gen0MaxBudget").GetInt32());
        Assert.True(asked.GetProperty("Switch.System.Reflection.ForceInterpretedInvoke").GetBoolean());
        Assert.True(asked.GetProperty("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine").GetBoolean());
        Assert.Equal(1000, asked.GetProperty("System.Runtime.TieredCompilation.CallCountThreshold").GetInt32());
    }

    [Fact]
    public async Task Program_ServingOnSqlite_HasLoadedNeitherPostgresNorWhatReadsKeys()
    {
        using var folder = new TemporaryFolder();
        await using var program = RunningProgram.Start(folder.Path, [], "serve", "--data", folder.Path, "--port", "0");
        using var client = new HttpClient();

        await client.GetStringAsync(new Uri(await program.AddressAsync(), "/healthz"));

        var loaded = await File.ReadAllTextAsync($"/proc/{program.Id}/maps");
        Assert.Contains("Microsoft.EntityFrameworkCore.Sqlite.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("/Npgsql", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("/System.Private.Xml.dll", loaded, StringComparison.Ordinal);
    }
}
