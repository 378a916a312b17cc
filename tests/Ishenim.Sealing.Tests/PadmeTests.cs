using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Sealing.Tests;

public sealed class PadmeTests
{
    /// <summary>Worked by hand from the paper's algorithm 1.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(9, 10)]
    [InlineData(192, 192)]
    [InlineData(193, 208)]
    [InlineData(1000, 1024)]
    [InlineData(65536, 65536)]
    [InlineData(65537, 67584)]
    [InlineData(1048577, 1081344)]
    [InlineData(26214400, 26214400)]
    [InlineData(26214401, 26738688)]
    public void Length_Known_PaddedAsInThePaper(long length, long expected) => Assert.Equal(expected, Padme.Length(length));

    [Fact]
    public void Length_Any_LongerByAtMostTwelvePercentAndStable() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(n => (long)n * n % (1L << 40)).ToArbitrary(), length =>
        {
            var padded = Padme.Length(length);
            return padded >= length && padded <= length * 1.12 + 1 && Padme.Length(padded) == padded;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Length_Negative_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Padme.Length(-1));
}
