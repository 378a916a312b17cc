using System.Buffers.Binary;
using System.Text;
using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

public sealed class PngCleanerTests
{
    [Theory]
    [InlineData("texts.png", "IHDR iCCP cHRM bKGD pHYs eXIf IDAT IEND")]
    [InlineData("late.png", "IHDR gAMA cHRM PLTE tRNS IDAT eXIf IEND")]
    [InlineData("moving.png", "IHDR acTL fcTL IDAT fcTL fdAT IEND")]
    public async Task Clean_Png_KeepsOnlyChunksForDisplay(string name, string expected)
    {
        var photo = Photos.Read(name);
        var (bytes, _) = await Photos.CleanAsync(photo);

        var chunks = Chunks(bytes);
        Assert.Equal(expected, string.Join(' ', chunks.Select(chunk => chunk.Type)));
        var before = Chunks(photo).Select(chunk => chunk.Bytes).ToList();
        Assert.All(chunks.Where(chunk => chunk.Type != "eXIf"), chunk => Assert.Contains(chunk.Bytes, before));
    }

    [Theory]
    [InlineData("texts.png", 6)]
    [InlineData("late.png", 3)]
    public async Task Clean_Orientation_StaysAtItsPlace(string name, byte expected)
    {
        var (bytes, _) = await Photos.CleanAsync(Photos.Read(name));
        var exif = Chunks(bytes).Single(chunk => chunk.Type == "eXIf").Bytes;
        Assert.Equal(12 + 26, exif.Length);
        Assert.Equal(expected, exif[8 + 19]);
    }

    [Fact]
    public async Task Clean_Cleaned_EveryCheckSumIsRight()
    {
        foreach (var name in Photos.Pngs)
        {
            var (bytes, _) = await Photos.CleanAsync(Photos.Read(name));
            Assert.All(Chunks(bytes), chunk => Assert.Equal(
                PlainCrc(chunk.Bytes.AsSpan(4..^4)), BinaryPrimitives.ReadUInt32BigEndian(chunk.Bytes.AsSpan()[^4..])));
        }
    }

    [Fact]
    public async Task Clean_PictureThatSwallowedText_IsNotCalledClean()
    {
        var photo = Photos.Read("texts.png");
        var at = photo.IndexOf("IDAT"u8) - 4;
        var length = BinaryPrimitives.ReadUInt32BigEndian(photo.AsSpan(at));
        BinaryPrimitives.WriteUInt32BigEndian(photo.AsSpan(at), length + 12 + 22);
        var (bytes, result) = await Photos.CleanAsync(photo);
        Assert.True(Photos.HoldsTelltale(bytes));
        Assert.Equal(CleaningResult.CouldNotClean, result);
    }

    [Theory]
    [InlineData("tEXt", "TEXt")]
    [InlineData("IDAT", "IDAt")]
    [InlineData("IHDR", "PLTE")]
    [InlineData("IEND", "tEXt")]
    public async Task Clean_DamagedType_IsNotCalledClean(string type, string damaged)
    {
        var photo = Photos.Read("texts.png");
        Encoding.ASCII.GetBytes(damaged).CopyTo(photo, photo.IndexOf(Encoding.ASCII.GetBytes(type)));
        var (_, result) = await Photos.CleanAsync(photo);
        Assert.Equal(CleaningResult.CouldNotClean, result);
    }

    [Fact]
    public async Task Clean_UnknownCriticalChunk_IsNotCalledClean()
    {
        var photo = Photos.Read("texts.png");
        byte[] chunk = [0, 0, 0, 8, .. "TEXt"u8, .. Photos.Telltale, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(16), PlainCrc(chunk.AsSpan(4, 12)));
        var at = photo.IndexOf("IDAT"u8) - 4;
        var (_, result) = await Photos.CleanAsync([.. photo[..at], .. chunk, .. photo[at..]]);
        Assert.Equal(CleaningResult.CouldNotClean, result);
    }

    private static List<(string Type, byte[] Bytes)> Chunks(byte[] png)
    {
        var found = new List<(string, byte[])>();
        for (var at = 8; ;)
        {
            var end = at + 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            var type = Encoding.ASCII.GetString(png, at + 4, 4);
            found.Add((type, png[at..end]));
            at = end;
            if (type == "IEND")
                return found;
        }
    }

    /// <summary>Bit by bit, as PNG's Annex D says it.</summary>
    private static uint PlainCrc(ReadOnlySpan<byte> data)
    {
        var state = uint.MaxValue;
        foreach (var value in data)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ 0xEDB88320;
        }
        return ~state;
    }
}
