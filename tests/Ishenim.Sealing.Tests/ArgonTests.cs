namespace Ishenim.Sealing.Tests;

public sealed class ArgonTests
{
    [Theory]
    [InlineData(0, 65536)]
    [InlineData(-1, 65536)]
    [InlineData(65, 65536)]
    [InlineData(long.MaxValue, 65536)]
    [InlineData(1, 8191)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1024L * 1024 * 1024 + 1)]
    [InlineData(1, long.MaxValue)]
    public void New_Absurd_Throws(long operations, long memory) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Argon(operations, memory));

    [Fact]
    public void Presets_AsTheDesignSays()
    {
        Assert.Equal(new Argon(3, 64 * 1024 * 1024), Argon.Staff);
        Assert.Equal(new Argon(2, 19 * 1024 * 1024), Argon.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Stretch_SaltOfWrongSize_Throws(int size) =>
        Assert.Throws<ArgumentException>(() => Samples.CheapArgon.Stretch("a"u8, new byte[size], new byte[32]));

    [Fact]
    public void Stretch_AnyInputOther_AnotherOutput()
    {
        var salt = Samples.Content(16);
        var outputs = new[]
        {
            Stretch(Samples.CheapArgon, "a"u8, salt),
            Stretch(Samples.CheapArgon, "b"u8, salt),
            Stretch(Samples.CheapArgon, ""u8, salt),
            Stretch(Samples.CheapArgon, "a"u8, Samples.Flipped(salt, 15)),
            Stretch(new Argon(2, 8 * 1024), "a"u8, salt),
            Stretch(new Argon(1, 9 * 1024), "a"u8, salt),
        };
        Assert.Equal(outputs.Length, outputs.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Stretch(Argon argon, ReadOnlySpan<byte> secret, byte[] salt)
    {
        var output = new byte[64];
        argon.Stretch(secret, salt, output);
        return Convert.ToHexString(output);
    }
}
