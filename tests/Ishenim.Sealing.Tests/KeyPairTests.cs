namespace Ishenim.Sealing.Tests;

public sealed class KeyPairTests
{
    [Fact]
    public void Generate_Twice_DifferentPairsThatFit()
    {
        using var one = KeyPair.Generate();
        using var two = KeyPair.Generate();
        Assert.NotEqual(one.PublicKey, two.PublicKey);
        using var again = KeyPair.FromPrivateKey(one.PrivateKey.Bytes);
        Assert.Equal(one.PublicKey, again.PublicKey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Any_WrongSize_Throws(int size)
    {
        Assert.Throws<ArgumentException>(() => KeyPair.FromPrivateKey(new byte[size]));
        Assert.Throws<ArgumentException>(() => KeyPair.FromSeed(new byte[size]));
        Assert.Throws<ArgumentException>(() => KeyPair.FingerprintOf(new byte[size]));
    }

    [Fact]
    public void Fingerprint_OneKey_FivesOfFourOfCrockfordsAlphabet()
    {
        using var keys = Samples.Keys();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$", keys.Fingerprint);
        Assert.Equal(keys.Fingerprint, KeyPair.FingerprintOf(keys.PublicKey));
    }

    [Fact]
    public void FingerprintOf_AnyBitChanged_AnotherFingerprint()
    {
        var key = Samples.Content(32);
        var seen = new HashSet<string>(StringComparer.Ordinal) { KeyPair.FingerprintOf(key) };
        for (var bit = 0; bit < 256; bit++)
            Assert.True(seen.Add(KeyPair.FingerprintOf(Samples.Flipped(key, bit / 8, bit % 8))));
    }

    [Fact]
    public void Dispose_Always_WipesThePrivateKey()
    {
        var keys = KeyPair.Generate();
        keys.Dispose();
        Assert.Throws<ObjectDisposedException>(() => keys.PrivateKey.Bytes.Length);
    }
}
