namespace Ishenim.Sealing.Tests;

public sealed class GrantEnvelopeTests
{
    [Fact]
    public void Open_ByTheRecipient_SameKey()
    {
        using var classKey = SecretKey.Generate();
        using var recipient = KeyPair.Generate();
        var grant = GrantEnvelope.Seal(Samples.Grant, classKey, recipient.PublicKey);
        Assert.Equal(143, grant.Length);
        Assert.Equal(GrantEnvelope.Size, grant.Length);
        using var opened = GrantEnvelope.Open(grant, recipient, Samples.Grant);
        Assert.True(opened.Bytes.SequenceEqual(classKey.Bytes));
    }

    [Fact]
    public void Open_BySomebodyElse_Throws()
    {
        using var classKey = Samples.Key();
        using var recipient = Samples.Keys();
        using var other = Samples.Keys(8);
        var grant = GrantEnvelope.Seal(Samples.Grant, classKey, recipient.PublicKey);
        Assert.Throws<SealBrokenException>(() => GrantEnvelope.Open(grant, other, Samples.Grant));
    }

    [Fact]
    public void Open_AnyByteTampered_Throws()
    {
        using var classKey = Samples.Key();
        using var recipient = Samples.Keys();
        foreach (var tampered in Samples.Tampered(GrantEnvelope.Seal(Samples.Grant, classKey, recipient.PublicKey)))
            Assert.Throws<SealBrokenException>(() => GrantEnvelope.Open(tampered, recipient, Samples.Grant));
    }

    [Fact]
    public void Open_AnyFieldOfTheLabelOther_Throws()
    {
        using var classKey = Samples.Key();
        using var recipient = Samples.Keys();
        var grant = GrantEnvelope.Seal(Samples.Grant, classKey, recipient.PublicKey);
        foreach (var other in Samples.OtherGrants)
            Assert.Throws<SealBrokenException>(() => GrantEnvelope.Open(grant, recipient, other));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Seal_PublicKeyOfWrongSize_Throws(int size)
    {
        using var classKey = Samples.Key();
        Assert.Throws<ArgumentException>(() => GrantEnvelope.Seal(Samples.Grant, classKey, new byte[size]));
    }

    /// <summary>Points of low order would make a box that anybody opens.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void Seal_PublicKeyOfLowOrder_Throws(string publicKey)
    {
        using var classKey = Samples.Key();
        Assert.Throws<ArgumentException>(() => GrantEnvelope.Seal(Samples.Grant, classKey, Convert.FromHexString(publicKey)));
    }
}
