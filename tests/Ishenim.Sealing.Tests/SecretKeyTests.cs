namespace Ishenim.Sealing.Tests;

public sealed class SecretKeyTests
{
    [Fact]
    public void Generate_Twice_DifferentKeys()
    {
        using var one = SecretKey.Generate();
        using var two = SecretKey.Generate();
        Assert.False(one.Bytes.SequenceEqual(two.Bytes));
    }

    [Fact]
    public void From_Bytes_CopiesThem()
    {
        var bytes = Samples.Content(32);
        using var key = SecretKey.From(bytes);
        bytes[0] ^= 1;
        Assert.Equal(Samples.Content(32), key.Bytes.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void From_WrongSize_Throws(int size) => Assert.Throws<ArgumentException>(() => SecretKey.From(new byte[size]));

    [Fact]
    public void Dispose_Always_WipesTheBytes()
    {
        var key = SecretKey.Blank(out var bytes);
        bytes.Fill(0xff);
        key.Dispose();
        Assert.False(bytes.ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void Bytes_AfterDispose_Throws()
    {
        var key = SecretKey.Generate();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => TextEnvelope.SealText("а", key, Samples.Part));
    }
}
