using Ishenim.Fuzz;

namespace Ishenim.Tests.Fire;

/// <summary>What takes bytes from strangers bears any bytes. <c>./bench fuzz</c> runs the same for millions.</summary>
public sealed class FuzzTests
{
    private const long Seed = 20261125;

    /// <summary>All targets together: 126 shares, 126,000 cases.</summary>
    private const int CasesInAShare = 1000;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(one => one.Target.Name)];

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Fire", "cases")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Run_HostileBytes_AreBorne(string name) =>
        FuzzRun.RunAsync(FuzzTargets.Of(name), Seed, FuzzTargets.All.Single(one => one.Target.Name == name).Share * CasesInAShare);

    [Fact]
    public void Shares_AllTargets_AreAHundredThousandCases() =>
        Assert.InRange(FuzzTargets.All.Sum(one => one.Share) * CasesInAShare, 100_000, 200_000);

    /// <summary>A case that broke something once.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_CaseThatOnceBroke_IsBorne(string file) => await FuzzRun.RunAsync(
        FuzzTargets.Of(file.Split("--")[0]), await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Fire", "cases", file)));

    [Fact]
    public async Task RunAsync_CodeThatBreaks_SaysSeedAndCase()
    {
        var brittle = FuzzTarget.Of("brittle", dice => dice.Bytes(1), bytes => FuzzTarget.Must(bytes[0] != 7, "Seven."));

        var failure = await Assert.ThrowsAsync<FuzzFailure>(() => FuzzRun.RunAsync(brittle, Seed, 10_000));

        Assert.Contains($"seed {Seed}, case ", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Seven.", failure.InnerException!.Message);
    }
}
