namespace Ishenim.Sealing.Tests;

public sealed class SessionEnvelopeTests
{
    [Fact]
    public void Open_SameSession_SameKeys()
    {
        using var keys = Samples.Keys();
        using var key = SecretKey.Generate();
        var wrapped = SessionEnvelope.Wrap(keys, key, Samples.School, Samples.Person, Samples.Session);
        Assert.Equal(SessionEnvelope.Size, wrapped.Length);
        using var opened = SessionEnvelope.Open(wrapped, key, Samples.School, Samples.Person, Samples.Session);
        Assert.Equal(keys.PublicKey, opened.PublicKey);
    }

    [Fact]
    public void Open_AnyByteTampered_Throws()
    {
        using var keys = Samples.Keys();
        using var key = Samples.Key();
        foreach (var tampered in Samples.Tampered(SessionEnvelope.Wrap(keys, key, Samples.School, Samples.Person, Samples.Session)))
            Assert.Throws<SealBrokenException>(() => SessionEnvelope.Open(tampered, key, Samples.School, Samples.Person, Samples.Session));
    }

    [Fact]
    public void Open_OtherKeyOrPlace_Throws()
    {
        using var keys = Samples.Keys();
        using var key = Samples.Key();
        using var other = Samples.Key(8);
        var wrapped = SessionEnvelope.Wrap(keys, key, Samples.School, Samples.Person, Samples.Session);
        Assert.Throws<SealBrokenException>(() => SessionEnvelope.Open(wrapped, other, Samples.School, Samples.Person, Samples.Session));
        Assert.Throws<SealBrokenException>(() => SessionEnvelope.Open(wrapped, key, Samples.Person, Samples.Person, Samples.Session));
        Assert.Throws<SealBrokenException>(() => SessionEnvelope.Open(wrapped, key, Samples.School, Samples.School, Samples.Session));
        Assert.Throws<SealBrokenException>(() => SessionEnvelope.Open(wrapped, key, Samples.School, Samples.Person, Samples.School));
    }
}
