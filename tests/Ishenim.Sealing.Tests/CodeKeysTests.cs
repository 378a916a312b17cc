namespace Ishenim.Sealing.Tests;

public sealed class CodeKeysTests
{
    private static readonly byte[] Salt = Samples.Content(16);

    [Fact]
    public void Derive_SameCode_SameLookupAndKeys()
    {
        var code = ReceiptCode.New();
        using var one = CodeKeys.Derive(code, Salt, Samples.CheapArgon);
        using var two = CodeKeys.Derive(code, Salt, Samples.CheapArgon);
        Assert.Equal(32, one.Lookup.Length);
        Assert.Equal(one.Lookup, two.Lookup);
        Assert.Equal(one.Keys.PublicKey, two.Keys.PublicKey);
        Assert.NotEqual(one.Lookup, one.Keys.PublicKey);
    }

    [Fact]
    public void Derive_AnyInputOther_NothingAlike()
    {
        var code = ReceiptCode.New();
        using var one = CodeKeys.Derive(code, Salt, Samples.CheapArgon);
        foreach (var other in new[]
        {
            CodeKeys.Derive(ReceiptCode.New(), Salt, Samples.CheapArgon),
            CodeKeys.Derive(code, Samples.Flipped(Salt, 15), Samples.CheapArgon),
            CodeKeys.Derive(code, Salt, new Argon(2, 8 * 1024)),
        })
        {
            Assert.NotEqual(one.Lookup, other.Lookup);
            Assert.NotEqual(one.Keys.PublicKey, other.Keys.PublicKey);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Derive_SaltOfWrongSize_Throws(int size) =>
        Assert.Throws<ArgumentException>(() => CodeKeys.Derive(ReceiptCode.New(), new byte[size], Samples.CheapArgon));

    [Fact]
    public void Derive_WriterOpensAGrant_SameKey()
    {
        using var classKey = Samples.Key();
        using var writer = CodeKeys.Derive(ReceiptCode.New(), Salt, Samples.CheapArgon);
        using var opened = GrantEnvelope.Open(GrantEnvelope.Seal(Samples.Grant, classKey, writer.Keys.PublicKey), writer.Keys, Samples.Grant);
        Assert.True(opened.Bytes.SequenceEqual(classKey.Bytes));
    }

    [Fact]
    public void Dispose_Always_WipesThePrivateKey()
    {
        var writer = CodeKeys.Derive(ReceiptCode.New(), Salt, Samples.CheapArgon);
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Keys.PrivateKey.Bytes.Length);
    }
}
