namespace Ishenim.Sealing.Tests;

public sealed class SodiumTests
{
    [Fact]
    public void Start_Twice_NothingHappens()
    {
        Sodium.Start();
        Sodium.Start();
    }

    [Fact]
    public void Load_NoSuchLibrary_SaysWhatToInstallInOneLine()
    {
        var missing = Assert.Throws<SodiumMissingException>(() => Sodium.Load(["libno-such-sodium.so.1"]));
        Assert.Contains("apt install libsodium23", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', missing.Message);
    }

    [Theory]
    [InlineData("1.0.17")]
    [InlineData("0.9")]
    [InlineData("")]
    [InlineData(null)]
    public void CheckVersion_OlderOrUnknown_Throws(string? version) =>
        Assert.Contains("1.0.18", Assert.Throws<SodiumMissingException>(() => Sodium.CheckVersion(version)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.0.18")]
    [InlineData("1.0.20")]
    [InlineData("1.1.0")]
    public void CheckVersion_NewEnough_Passes(string version) => Sodium.CheckVersion(version);
}
