using System.Security.Cryptography;
using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

/// <summary>The photos that <c>Fixtures/make.py</c> made, and what comes out when they are cleaned.</summary>
internal static class Photos
{
    /// <summary>The word that stands wherever a fixture holds something a cleaned photo must not.</summary>
    public static ReadOnlySpan<byte> Telltale => "TELLTALE"u8;

    public static string[] Jpegs { get; } = ["phone.jpg", "camera.jpg", "progressive.jpg", "cmyk.jpg"];

    public static string[] Pngs { get; } = ["texts.png", "late.png", "moving.png"];

    public static string[] Webps { get; } = ["lossy.webp", "lossless.webp", "alpha.webp", "moving.webp"];

    public static TheoryData<string> All => [.. Jpegs, .. Pngs, .. Webps];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(
        Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", name));

    public static bool HoldsTelltale(ReadOnlySpan<byte> data) => data.IndexOf(Telltale) >= 0;

    public static async Task<(byte[] Bytes, CleaningResult Result)> CleanAsync(byte[] data, int give = 65536, int take = 65536)
    {
        using var source = new SmallReads(data, give);
        await using var stream = new CleaningStream(source);
        using var cleaned = new MemoryStream();
        var buffer = new byte[take];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
            cleaned.Write(buffer, 0, count);
        return (cleaned.ToArray(), stream.Result);
    }

    public static string Hash(byte[] data) => Convert.ToHexString(SHA256.HashData(data));

    public static int IndexOf(this byte[] data, ReadOnlySpan<byte> part, int from = 0) =>
        data.AsSpan(from).IndexOf(part) is >= 0 and var found ? from + found : -1;

    /// <summary>A source that gives a few bytes at a time.</summary>
    private sealed class SmallReads(byte[] data, int most) : MemoryStream(data, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
