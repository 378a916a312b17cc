using System.Text.Json;

namespace Ishenim.Tests.Deploy;

/// <summary>What the program asks of .NET. A property whose name is wrong is dropped without a word.</summary>
public sealed class RuntimeSettingsTests
{
    [Fact]
    public void Program_AsBuilt_AsksForTheSmallHeapOfAWorkstation()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ishenim.runtimeconfig.json")));

        var asked = json.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(asked.GetProperty("System.GC.Server").GetBoolean());
        Assert.False(asked.GetProperty("System.Runtime.TieredPGO").GetBoolean());
        Assert.Equal(2 * 1024 * 1024, asked.GetProperty("System.GC.Gen0MaxBudget").GetInt32());
    }
}
