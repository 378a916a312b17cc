namespace Ishenim.Sealing.Tests;

public sealed class AeadTests
{
    [Fact]
    public void TryOpen_Tampered_OutputWiped()
    {
        using var key = Samples.Key();
        var sealedBytes = Aead.Seal(Header.Session, Samples.Content(100), key.Bytes, default);
        var output = Enumerable.Repeat((byte)0xff, 100).ToArray();
        Assert.False(Aead.TryOpen(Header.Session, Samples.Flipped(sealedBytes, 60), output, key.Bytes, default));
        Assert.All(output, b => Assert.Equal(0, b));
        Assert.True(Aead.TryOpen(Header.Session, sealedBytes, output, key.Bytes, default));
        Assert.Equal(Samples.Content(100), output);
    }

    [Fact]
    public void TryOpen_HeaderOfAnotherEnvelopeWrittenOver_NotOpened()
    {
        using var key = Samples.Key();
        var sealedBytes = Aead.Seal(Header.StaffKey, Samples.Content(32), key.Bytes, default);
        Header.Recovery.CopyTo(sealedBytes);
        Assert.False(Aead.TryOpen(Header.Recovery, sealedBytes, new byte[32], key.Bytes, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Any_KeyOfWrongSize_Throws(int size)
    {
        Assert.Throws<ArgumentException>(() => Aead.Seal(Header.Text, default, new byte[size], default));
        Assert.Throws<ArgumentException>(() => Aead.TryOpen(Header.Text, new byte[45], default, new byte[size], default));
    }

    [Fact]
    public void Require_LaterVersion_SaysSo()
    {
        var later = "ISHt\u0002 and more"u8.ToArray();
        Assert.Contains("version", Assert.Throws<SealBrokenException>(() => Header.Require(later, Header.Text)).Message, StringComparison.Ordinal);
    }
}
