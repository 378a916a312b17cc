using System.Buffers.Binary;
using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

public sealed class JpegCleanerTests
{
    public static TheoryData<string> Names => [.. Photos.Jpegs];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Clean_Photo_PictureSegmentsAreByteIdentical(string name)
    {
        var photo = Photos.Read(name);
        var (bytes, _) = await Photos.CleanAsync(photo);
        Assert.Equal(PictureSegments(photo), PictureSegments(bytes));
    }

    [Theory]
    [InlineData("phone.jpg", "E0 E1 E2")]
    [InlineData("camera.jpg", "E0 E1")]
    [InlineData("progressive.jpg", "E0 E1")]
    [InlineData("cmyk.jpg", "EE")]
    public async Task Clean_Photo_KeepsOnlyBareApplicationSegments(string name, string expected)
    {
        var (bytes, _) = await Photos.CleanAsync(Photos.Read(name));
        var segments = Segments(bytes).Where(s => s.Marker is (>= 0xE0 and <= 0xEF) or 0xFE).ToList();
        Assert.Equal(expected, string.Join(' ', segments.Select(s => s.Marker.ToString("X2"))));
        Assert.All(segments, s => Assert.Equal(
            s.Marker switch { 0xE0 => 18, 0xE1 => 36, 0xEE => 16, _ => s.Bytes.Length }, s.Bytes.Length));
        Assert.Equal([0xFF, 0xD9], bytes[^2..]);
    }

    [Theory]
    [InlineData("phone.jpg", true)]
    [InlineData("camera.jpg", false)]
    public async Task Clean_EachOrientation_StaysTheSame(string name, bool bigEndian)
    {
        var photo = Photos.Read(name);
        byte[] tag = bigEndian ? [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0] : [0x12, 0x01, 3, 0, 1, 0, 0, 0];
        var at = photo.IndexOf(tag) + tag.Length;
        for (byte orientation = 0; orientation <= 9; orientation++)
        {
            photo[at] = orientation;
            var (bytes, result) = await Photos.CleanAsync(photo);
            Assert.Equal(CleaningResult.Cleaned, result);
            Assert.Equal(orientation is >= 2 and <= 8 ? orientation : 1, OrientationOf(bytes));
        }
    }

    [Fact]
    public async Task Clean_ThumbnailInJfif_IsGone()
    {
        var (bytes, _) = await Photos.CleanAsync(Photos.Read("phone.jpg"));
        Assert.Equal([0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 0, 0], bytes[2..20]);
    }

    [Fact]
    public async Task Clean_ProfileLongerThanItSays_IsCutOff()
    {
        var photo = Photos.Read("phone.jpg");
        var (clean, _) = await Photos.CleanAsync(photo);
        var at = clean.IndexOf([0xFF, 0xE2]);
        var length = BinaryPrimitives.ReadUInt16BigEndian(clean.AsSpan(at + 2));
        byte[] longer = [.. clean[..(at + 2 + length)], .. Photos.Telltale, .. clean[(at + 2 + length)..]];
        BinaryPrimitives.WriteUInt16BigEndian(longer.AsSpan(at + 2), (ushort)(length + 8));

        var (bytes, result) = await Photos.CleanAsync(longer);

        Assert.Equal(CleaningResult.Cleaned, result);
        Assert.Equal(clean, bytes);
    }

    [Fact]
    public async Task Clean_TableThatSwallowedExif_IsNotCalledClean()
    {
        var photo = Photos.Read("cmyk.jpg");
        var exif = Segments(photo).Single(s => s.Marker == 0xE1 && s.Bytes.AsSpan(4).StartsWith("Exif"u8)).Bytes;
        byte[] swallowing = [0xFF, 0xD8, 0xFF, 0xDB, 0, 0, .. new byte[65], .. exif, .. photo[2..]];
        BinaryPrimitives.WriteUInt16BigEndian(swallowing.AsSpan(4), (ushort)(2 + 65 + exif.Length));
        var (bytes, result) = await Photos.CleanAsync(swallowing);
        Assert.Equal(CleaningResult.CouldNotClean, result);
        Assert.Equal(swallowing, bytes);
    }

    [Fact]
    public async Task Clean_SecondFrame_IsNotCalledClean()
    {
        var photo = Photos.Read("cmyk.jpg");
        var frame = Segments(photo).Single(s => s.Marker == 0xC0).Bytes;
        var at = photo.IndexOf(frame);
        var (_, result) = await Photos.CleanAsync([.. photo[..at], .. frame, .. photo[at..]]);
        Assert.Equal(CleaningResult.CouldNotClean, result);
    }

    private static int OrientationOf(byte[] jpeg) =>
        Segments(jpeg).Where(s => s.Marker == 0xE1).Select(s => (int)s.Bytes[29]).FirstOrDefault(1);

    /// <summary>All that makes the picture: tables, frame, scans, up to the first end of image.</summary>
    private static List<string> PictureSegments(byte[] jpeg) =>
        [.. Segments(jpeg).Where(s => s.Marker is < 0xE0).Select(s => $"{s.Marker:X2} {Photos.Hash(s.Bytes)}")];

    /// <summary>A second, plainer reader than the one that is tested: a segment with the scan behind it.</summary>
    private static List<(int Marker, byte[] Bytes)> Segments(byte[] jpeg)
    {
        var found = new List<(int, byte[])>();
        for (var at = 2; ;)
        {
            Assert.Equal(0xFF, jpeg[at]);
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == 0xD9)
                return found;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            while (marker == 0xDA && !(jpeg[end] == 0xFF && jpeg[end + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
                end++;
            found.Add((marker, jpeg[at..end]));
            at = end;
        }
    }
}
