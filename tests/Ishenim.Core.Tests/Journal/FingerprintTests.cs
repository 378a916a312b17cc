using Ishenim.Core.Journal;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Journal;

public sealed class FingerprintTests
{
    // 100 bits of 00 44 32 14 C7 42 54 B6 35 CF 84 65 3A: the digits 0 to 19 of the alphabet.
    private const string Known = "17-0123-4567-89AB-CDEF-GHJK";
    private static readonly byte[] Hash = [0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF, 0x84, 0x65, 0x3A, 0xFF, .. new byte[18]];

    [Fact]
    public void Of_KnownHash_IsTheAlphabetInOrder() => Assert.Equal(Known, Fingerprint.Of(Line(17, Hash)).ToString());

    [Theory]
    [InlineData(Known)]
    [InlineData("17 0123 4567 89ab cdef ghjk")]
    [InlineData("170123456789ABCDEFGHJK")]
    [InlineData("I7-O123-4567-89АВ-СDЕF-GНJК")] // I for 1, O for 0, and Cyrillic А В С Е Н К
    public void TryParse_AsSomebodyCopiesIt_IsTheSame(string typed)
    {
        Assert.True(Fingerprint.TryParse(typed, out var fingerprint));
        Assert.Equal(Fingerprint.Of(Line(17, Hash)), fingerprint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDEF-GHJK")] // no line
    [InlineData("0-0123-4567-89AB-CDEF-GHJK")]
    [InlineData("A7-0123-4567-89AB-CDEF-GHJK")]
    [InlineData("17-0123-4567-89AB-CDEF-GHJU")]
    [InlineData("17-0123-4567-89AB-CDEF-GHJ!")]
    [InlineData("1234567890123456-0123-4567-89AB-CDEF-GHJK")]
    public void TryParse_NotOne_IsRefused(string? typed) => Assert.False(Fingerprint.TryParse(typed, out _));

    [Fact]
    public void TryParse_AnyBitOfTheHundredFlipped_IsAnother()
    {
        for (var bit = 0; bit < 100; bit++)
        {
            var hash = Hash.ToArray();
            hash[bit / 8] ^= (byte)(128 >> (bit % 8));
            Assert.NotEqual(Fingerprint.Of(Line(17, Hash)), Fingerprint.Of(Line(17, hash)));
        }
    }

    private static JournalLine Line(long number, byte[] hash) => new()
    {
        School = new SchoolId(Guid.Empty), Book = Book.Acts, Number = number, Day = new DateOnly(2026, 9, 15), Verb = JournalVerb.Searched, Hash = hash,
    };
}
