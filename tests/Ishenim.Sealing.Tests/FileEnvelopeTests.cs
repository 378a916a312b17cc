using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Sealing.Tests;

public sealed class FileEnvelopeTests
{
    private const int Chunk = FileEnvelope.ChunkSize;
    private const int SealedChunk = Chunk + 21;
    private const int Start = 29;

    [Fact]
    public void Open_AnyLengthAroundTheBorders_SameBytes() =>
        Prop.ForAll(Gen.OneOf(
            Gen.Choose(0, 4 * Chunk),
            Gen.Elements(0, 1, 2, Chunk, 2 * Chunk, 3 * Chunk, 67584, 131072, 135168).SelectMany(n => Gen.Choose(-2, 2).Select(d => Math.Max(0, n + d)))).ToArbitrary(), length =>
        {
            var plain = Samples.Content(length);
            var sealedBytes = Seal(plain);
            return Open(sealedBytes).SequenceEqual(plain) && sealedBytes.Length == FileEnvelope.SealedLength(length);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 29 + 21)]
    [InlineData(1, 29 + 21 + 1)]
    [InlineData(65536, 29 + 21 + 65536)]
    [InlineData(65537, 29 + 2 * 21 + 67584)]
    [InlineData(26214401, 29 + 408 * 21 + 26738688)]
    public void SealedLength_Known_HeaderChunksAndPadme(long length, long expected) =>
        Assert.Equal(expected, FileEnvelope.SealedLength(length));

    [Fact]
    public void Seal_TwoLengthsOfOnePadding_SameSealedLength() =>
        Assert.Equal(Seal(new byte[66000]).Length, Seal(new byte[67584]).Length);

    /// <summary>Padding longer than a chunk: 1.3 MB pads by up to 32 KiB, 3 MB by more than 64 KiB.</summary>
    [Fact]
    public void Open_PaddingOfSeveralChunks_SameBytes()
    {
        var plain = Samples.Content(4 * 1024 * 1024 + 1);
        Assert.True(Padme.Length(plain.Length) - plain.Length > Chunk);
        Assert.Equal(plain, Open(Seal(plain)));
    }

    [Fact]
    public async Task Seal_StreamsThatGiveAndTakeLittle_SameBytes()
    {
        var plain = Samples.Content(2 * Chunk + 77);
        using var key = Samples.Key();
        using var sealedStream = new MemoryStream();
        Assert.Equal(plain.Length, await FileEnvelope.SealAsync(new TrickleStream(plain, 1000), sealedStream, key, Samples.Part));
        using var opened = new MemoryStream();
        Assert.Equal(plain.Length, await FileEnvelope.OpenAsync(new TrickleStream(sealedStream.ToArray(), 999), opened, key, Samples.Part));
        Assert.Equal(plain, opened.ToArray());
    }

    [Fact]
    public void Open_AnyByteTampered_ThrowsAndWritesNothing()
    {
        foreach (var tampered in Samples.Tampered(Seal(Samples.Content(300))))
            AssertBroken(tampered, mostWritten: 0);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    [InlineData(Start, 0)]
    [InlineData(Start + 1, 0)]
    [InlineData(Start + Chunk, 0)]
    [InlineData(Start + SealedChunk - 1, 0)]
    [InlineData(Start + SealedChunk, Chunk)]
    [InlineData(Start + SealedChunk + 30000, Chunk)]
    [InlineData(Start + 2 * SealedChunk, 2 * Chunk)]
    public void Open_ByteOfALaterChunkTampered_NothingOfThatChunkReleased(int index, int mostWritten) =>
        AssertBroken(Samples.Flipped(Seal(Samples.Content(3 * Chunk)), index), mostWritten);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(Start - 1)]
    [InlineData(Start)]
    [InlineData(Start + 16)]
    [InlineData(Start + SealedChunk - 1)]
    [InlineData(Start + SealedChunk)]
    [InlineData(Start + SealedChunk + 1)]
    [InlineData(Start + 2 * SealedChunk)]
    [InlineData(Start + 3 * SealedChunk - 1)]
    public void Open_Cut_Throws(int length) => AssertBroken(Seal(Samples.Content(3 * Chunk))[..length], 2 * Chunk);

    [Fact]
    public void Open_ChunksReordered_Throws()
    {
        var (start, chunks) = Split(Seal(Samples.Content(3 * Chunk)));
        AssertBroken([.. start, .. chunks[1], .. chunks[0], .. chunks[2]], 0);
        AssertBroken([.. start, .. chunks[0], .. chunks[2], .. chunks[1]], Chunk);
        AssertBroken([.. start, .. chunks[0], .. chunks[2]], Chunk);
        AssertBroken([.. start, .. chunks[0], .. chunks[0], .. chunks[1], .. chunks[2]], Chunk);
        AssertBroken([.. start, .. chunks[2]], 0);
    }

    [Fact]
    public void Open_BytesAppended_Throws()
    {
        var sealedBytes = Seal(Samples.Content(3 * Chunk));
        var (_, chunks) = Split(sealedBytes);
        AssertBroken([.. sealedBytes, 0], 2 * Chunk);
        AssertBroken([.. sealedBytes, .. chunks[2]], 2 * Chunk);
        AssertBroken([.. sealedBytes, .. sealedBytes], 2 * Chunk);
        AssertBroken([.. Seal(Samples.Content(100)), 0], 0);
    }

    [Fact]
    public void Open_ChunkOfAnotherFileWithTheSameKey_Throws()
    {
        var (start, chunks) = Split(Seal(Samples.Content(3 * Chunk)));
        var (_, others) = Split(Seal(Samples.Content(3 * Chunk)));
        AssertBroken([.. start, .. chunks[0], .. others[1], .. chunks[2]], Chunk);
    }

    [Fact]
    public void Open_AnyFieldOfTheLabelOther_Throws()
    {
        var sealedBytes = Seal(Samples.Content(100));
        foreach (var other in Samples.OtherParts)
            AssertBroken(sealedBytes, 0, other);
    }

    [Fact]
    public void Open_OtherKey_Throws() => AssertBroken(Seal(Samples.Content(100)), 0, keyOf: 8);

    /// <summary>A text and a file have the same key and label fields, yet one never passes for the other.</summary>
    [Fact]
    public void Open_TextEnvelope_Throws()
    {
        using var key = Samples.Key();
        AssertBroken(TextEnvelope.SealText("Салам", key, Samples.Part), 0);
    }

    [Fact]
    public async Task SealAsync_Cancelled_Throws()
    {
        using var key = Samples.Key();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            FileEnvelope.SealAsync(new MemoryStream(new byte[10]), new MemoryStream(), key, Samples.Part, cancelled.Token));
    }

    /// <summary>The next chunk is sealed while one is being written: no write's fault may be lost on the way, the last one's neither.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SealAsync_OutputFailsAtAnyWrite_Throws(int writes)
    {
        using var key = Samples.Key();
        await Assert.ThrowsAsync<IOException>(() =>
            FileEnvelope.SealAsync(new MemoryStream(Samples.Content(2 * Chunk + 1)), new FullStream(writes), key, Samples.Part));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task OpenAsync_OutputFailsAtAnyWrite_Throws(int writes)
    {
        var sealedBytes = Seal(Samples.Content(2 * Chunk + 1));
        using var key = Samples.Key();
        await Assert.ThrowsAsync<IOException>(() =>
            FileEnvelope.OpenAsync(new TrickleStream(sealedBytes, 1000), new FullStream(writes), key, Samples.Part));
    }

    private static byte[] Seal(byte[] plain)
    {
        using var key = Samples.Key();
        using var sealedStream = new MemoryStream();
        Assert.Equal(plain.Length, FileEnvelope.SealAsync(new MemoryStream(plain), sealedStream, key, Samples.Part).GetAwaiter().GetResult());
        return sealedStream.ToArray();
    }

    private static byte[] Open(byte[] sealedBytes)
    {
        using var key = Samples.Key();
        using var plain = new MemoryStream();
        Assert.Equal(FileEnvelope.OpenAsync(new MemoryStream(sealedBytes), plain, key, Samples.Part).GetAwaiter().GetResult(), plain.Length);
        return plain.ToArray();
    }

    private static void AssertBroken(byte[] sealedBytes, int mostWritten, PartLabel? label = null, byte keyOf = 7)
    {
        using var key = Samples.Key(keyOf);
        using var plain = new MemoryStream();
        Assert.Throws<SealBrokenException>(() =>
            FileEnvelope.OpenAsync(new MemoryStream(sealedBytes), plain, key, label ?? Samples.Part).GetAwaiter().GetResult());
        Assert.InRange(plain.Length, 0, mostWritten);
        Assert.Equal(Samples.Content((int)plain.Length), plain.ToArray());
    }

    private static (byte[] Start, byte[][] Chunks) Split(byte[] sealedBytes) =>
        (sealedBytes[..Start], sealedBytes[Start..].Chunk(SealedChunk).ToArray());
}
