namespace Ishenim.Sealing.Tests;

/// <summary>Genuine seals whose chunks have a shape that Seal never makes.</summary>
public sealed class FileChunkTests
{
    private const int Chunk = FileEnvelope.ChunkSize;

    [Fact]
    public void Open_ShapesThatSealMakes_Open()
    {
        Assert.Equal(10, Open((10, 10, SecretStream.FinalTag)));
        Assert.Equal(0, Open((0, 0, SecretStream.FinalTag)));
        Assert.Equal(Chunk + 1000, Open((Chunk, Chunk, SecretStream.MessageTag), (1000, 2048, SecretStream.FinalTag)));
    }

    [Theory]
    [InlineData(11, 10)]
    [InlineData(-1, 10)]
    [InlineData(int.MaxValue, 10)]
    [InlineData(int.MinValue, 10)]
    [InlineData(9, 9 + 100)]
    public void Open_CountOrPaddingWrong_Throws(int count, int size) =>
        Assert.Throws<SealBrokenException>(() => Open((count, size, SecretStream.FinalTag)));

    [Fact]
    public void Open_ChunkBeforeTheLastNotFull_ThrowsAndWritesNothing()
    {
        using var plain = new MemoryStream();
        Assert.Throws<SealBrokenException>(() => Open(plain, dirty: false, (96, 96, SecretStream.MessageTag)));
        Assert.Equal(0, plain.Length);
    }

    [Fact]
    public void Open_ContentAfterPadding_Throws() =>
        Assert.Throws<SealBrokenException>(() => Open((Chunk - 1, Chunk, SecretStream.MessageTag), (2048, 2048, SecretStream.FinalTag)));

    [Theory]
    [InlineData((byte)1)]
    [InlineData((byte)2)]
    public void Open_TagThatSealNeverUses_Throws(byte tag) =>
        Assert.Throws<SealBrokenException>(() => Open((Chunk, Chunk, tag), (2048, 2048, SecretStream.FinalTag)));

    [Fact]
    public void Open_PaddingNotZero_Throws() =>
        Assert.Throws<SealBrokenException>(() => Open(Stream.Null, dirty: true, (9, 10, SecretStream.FinalTag)));

    [Fact]
    public void Open_Tampered_OutputWiped()
    {
        using var key = Samples.Key();
        var header = new byte[SecretStream.HeaderSize];
        var sealedMessage = new byte[100 + SecretStream.Overhead];
        using (var push = SecretStream.Push(header, key))
            push.Seal(Samples.Content(100), sealedMessage, default, SecretStream.MessageTag);
        var output = Enumerable.Repeat((byte)0xff, 100).ToArray();
        using var pull = SecretStream.Pull(header, key);
        Assert.Throws<SealBrokenException>(() => pull.Open(Samples.Flipped(sealedMessage, 50), output, default));
        Assert.All(output, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Any_WrongSize_Throws()
    {
        using var key = Samples.Key();
        Assert.Throws<ArgumentException>(() => SecretStream.Push(new byte[23], key));
        Assert.Throws<ArgumentException>(() => SecretStream.Pull(new byte[25], key));
        using var stream = SecretStream.Push(new byte[24], key);
        Assert.Throws<ArgumentException>(() => stream.Seal(new byte[10], new byte[26], default, 0));
        Assert.Throws<ArgumentException>(() => stream.Open(new byte[16], default, default));
    }

    private static long Open(params (int Count, int Size, byte Tag)[] chunks) => Open(Stream.Null, dirty: false, chunks);

    private static long Open(Stream plain, bool dirty, params (int Count, int Size, byte Tag)[] chunks)
    {
        using var key = Samples.Key();
        using var sealedStream = new MemoryStream();
        var header = new byte[SecretStream.HeaderSize];
        using var stream = SecretStream.Push(header, key);
        var associated = new byte[Header.Size + PartLabel.Size];
        Header.File.CopyTo(associated);
        Samples.Part.Write(associated.AsSpan(Header.Size));
        sealedStream.Write(Header.File);
        sealedStream.Write(header);
        foreach (var (count, size, tag) in chunks)
        {
            var message = new byte[4 + size];
            message.AsSpan(4).Fill(dirty ? (byte)1 : (byte)0);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(message, count);
            var sealedMessage = new byte[message.Length + SecretStream.Overhead];
            stream.Seal(message, sealedMessage, associated, tag);
            sealedStream.Write(sealedMessage);
        }
        sealedStream.Position = 0;
        return FileEnvelope.OpenAsync(sealedStream, plain, key, Samples.Part).GetAwaiter().GetResult();
    }
}
