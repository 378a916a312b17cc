using System.Buffers.Binary;
using System.Text;
using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

public sealed class WebpCleanerTests
{
    public static TheoryData<string> Names => [.. Photos.Webps];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Clean_Webp_KeepsPictureAndSizes(string name)
    {
        var photo = Photos.Read(name);
        var (bytes, _) = await Photos.CleanAsync(photo);

        Assert.Equal(8 + BinaryPrimitives.ReadUInt32LittleEndian(photo.AsSpan(4)), (uint)bytes.Length);
        var (before, after) = (Chunks(photo[..bytes.Length]), Chunks(bytes));
        Assert.Equal(before.Select(chunk => (chunk.Type, chunk.Body.Length)), after.Select(chunk => (chunk.Type, chunk.Body.Length)));
        foreach (var (old, kept) in before.Zip(after).Where(pair => pair.First.Type is not ("EXIF" or "XMP " or "JUNK")))
            Assert.Equal(old.Body, kept.Body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Clean_Webp_SaysOnlyTheOrientation(string name)
    {
        var (bytes, _) = await Photos.CleanAsync(Photos.Read(name));
        var chunks = Chunks(bytes).ToLookup(chunk => chunk.Type, chunk => chunk.Body);
        var exif = Assert.Single(chunks["EXIF"]);
        Assert.Equal([.. "MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"u8], exif[..22]);
        Assert.All(exif[22..], value => Assert.Equal(0, value));
        Assert.Equal("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>", Encoding.ASCII.GetString(Assert.Single(chunks["XMP "])).TrimEnd(' '));
        Assert.All(Assert.Single(chunks["JUNK"]), value => Assert.Equal(0, value));
    }

    [Fact]
    public async Task Clean_PictureThatSwallowedExif_IsNotCalledClean()
    {
        var photo = Photos.Read("lossy.webp");
        var end = 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(photo.AsSpan(4));
        var at = photo.IndexOf("VP8 "u8);
        BinaryPrimitives.WriteUInt32LittleEndian(photo.AsSpan(at + 4), (uint)(end - at - 8));
        var (bytes, result) = await Photos.CleanAsync(photo);
        Assert.True(Photos.HoldsTelltale(bytes));
        Assert.Equal(CleaningResult.CouldNotClean, result);
    }

    [Fact]
    public async Task Clean_ExifInsideFrame_BecomesZeros()
    {
        var photo = Photos.Read("moving.webp");
        var frame = photo.IndexOf("ANMF"u8);
        var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(photo.AsSpan(frame + 4));
        byte[] inner = [.. "EXIF"u8, 32, 0, 0, 0, .. Photos.Telltale, .. new byte[24]];
        byte[] longer = [.. photo[..(frame + 8 + length)], .. inner, .. photo[(frame + 8 + length)..]];
        BinaryPrimitives.WriteUInt32LittleEndian(longer.AsSpan(frame + 4), (uint)(length + inner.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(
            longer.AsSpan(4), BinaryPrimitives.ReadUInt32LittleEndian(photo.AsSpan(4)) + (uint)inner.Length);

        var (bytes, result) = await Photos.CleanAsync(longer);

        Assert.Equal(CleaningResult.Cleaned, result);
        Assert.False(Photos.HoldsTelltale(bytes));
        Assert.Equal([.. inner[..8], .. new byte[32]], bytes[(frame + 8 + length)..(frame + 8 + length + inner.Length)]);
    }

    private static List<(string Type, byte[] Body)> Chunks(byte[] webp)
    {
        var found = new List<(string, byte[])>();
        for (var at = 12; at < webp.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(at + 4));
            found.Add((Encoding.ASCII.GetString(webp, at, 4), webp[(at + 8)..(at + 8 + length)]));
            at += 8 + length + (length & 1);
        }
        return found;
    }
}
