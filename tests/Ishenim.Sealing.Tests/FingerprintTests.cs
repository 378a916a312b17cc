namespace Ishenim.Sealing.Tests;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("00000000000000000000000000", "0000-0000-0000-0000-0000")]
    [InlineData("ffffffffffffffffffffffffff", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ")]
    [InlineData("00443214c74254b635cf84653a", "0123-4567-89AB-CDEF-GHJK")]
    public void Of_Known_FirstHundredBits(string hash, string expected) =>
        Assert.Equal(expected, Fingerprint.Of(Convert.FromHexString(hash)));

    [Fact]
    public void Of_LaterBits_DoNotCount() =>
        Assert.Equal(Fingerprint.Of(new byte[13]), Fingerprint.Of([.. new byte[12], 0x0f, 0xff]));

    [Fact]
    public void Of_TooShort_Throws() => Assert.Throws<ArgumentException>(() => Fingerprint.Of(new byte[12]));
}
