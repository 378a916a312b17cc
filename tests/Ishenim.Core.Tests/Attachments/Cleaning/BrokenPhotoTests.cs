using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

public sealed class BrokenPhotoTests
{
    private const int Cases = 20_000;

    public static TheoryData<string> All => Photos.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Read_TruncatedAnywhere_NeverCalledCleanBeforeItsEnd(string name)
    {
        var photo = Photos.Read(name);
        var (clean, _) = await Photos.CleanAsync(photo);
        for (var length = 0; length < photo.Length; length++)
        {
            var (bytes, result) = await Photos.CleanAsync(photo[..length]);
            Assert.True(bytes.Length <= length);
            if (result == CleaningResult.Cleaned)
                Assert.Equal(clean, bytes);
        }
    }

    /// <summary>
    /// Seeded, so that a failure repeats. A telltale within the scans of progressive.jpg is left out: when
    /// just its marker breaks, nothing short of decoding tells it from picture data (see CleaningStream).
    /// </summary>
    [Theory]
    [InlineData("phone.jpg")]
    [InlineData("camera.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("texts.png")]
    [InlineData("late.png")]
    [InlineData("moving.png")]
    [InlineData("lossy.webp")]
    [InlineData("lossless.webp")]
    [InlineData("alpha.webp")]
    [InlineData("moving.webp")]
    public async Task Read_Mutated_NeverCalledCleanWithTraces(string name)
    {
        var photo = Photos.Read(name);
        var state = 20261123u;
        for (var i = 0; i < Cases / 10; i++)
        {
            var mutated = (byte[])photo.Clone();
            for (var changes = (int)(Next(ref state) % 4); changes >= 0; changes--)
                mutated[Next(ref state) % mutated.Length] = Next(ref state) % 3 == 0 ? (byte)0xFF : (byte)Next(ref state);
            var (bytes, result) = await Photos.CleanAsync(mutated, give: 1 + (int)(Next(ref state) % 5000));
            Assert.False(result == CleaningResult.Cleaned && Photos.HoldsTelltale(bytes), $"{name}, case {i}");
        }
    }

    // xorshift32: Random is banned, and the sequence must never change.
    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state >> 3;
    }
}
