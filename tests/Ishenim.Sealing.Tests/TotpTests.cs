namespace Ishenim.Sealing.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
    private const long Step = 60_000_000;

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Matches_StepsAway_OneEitherWay(int away, bool expected)
    {
        var typed = Totp.At(Secret, Now.AddSeconds(30 * away));
        Assert.Equal(expected, Totp.Matches(Secret, typed, Now, -1, out var step));
        Assert.Equal(expected ? Step + away : -1, step);
    }

    [Fact]
    public void Matches_SameStepTwice_OnlyOnce()
    {
        var typed = Totp.At(Secret, Now);
        Assert.True(Totp.Matches(Secret, typed, Now, -1, out var step));
        Assert.False(Totp.Matches(Secret, typed, Now, step, out var again));
        Assert.Equal(step, again);
        Assert.False(Totp.Matches(Secret, Totp.At(Secret, Now.AddSeconds(-30)), Now, step, out _));
        Assert.True(Totp.Matches(Secret, Totp.At(Secret, Now.AddSeconds(30)), Now, step, out _));
    }

    [Fact]
    public void Matches_AsPeopleType_True()
    {
        var code = Totp.At(Secret, Now);
        Assert.True(Totp.Matches(Secret, $" {code[..3]} {code[3..]}\n", Now, -1, out _));
        Assert.True(Totp.Matches(Secret, $"{code[..3]}-{code[3..]}", Now, -1, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void Matches_NoCode_False(string? typed) => Assert.False(Totp.Matches(Secret, typed, Now, -1, out _));

    [Fact]
    public void Matches_AnyDigitOther_False()
    {
        var code = Totp.At(Secret, Now);
        var near = new[] { -30, 0, 30 }.Select(s => Totp.At(Secret, Now.AddSeconds(s))).ToHashSet(StringComparer.Ordinal);
        for (var place = 0; place < 6; place++)
            foreach (var digit in "0123456789")
            {
                var typed = code[..place] + digit + code[(place + 1)..];
                Assert.Equal(near.Contains(typed), Totp.Matches(Secret, typed, Now, -1, out _));
            }
    }

    [Fact]
    public void Matches_OtherSecret_False() =>
        Assert.False(Totp.Matches(Samples.Content(20), Totp.At(Secret, Now), Now, -1, out _));

    [Fact]
    public void NewSecret_Twice_TwentyDifferentBytes()
    {
        Assert.Equal(20, Totp.NewSecret().Length);
        Assert.NotEqual(Totp.NewSecret(), Totp.NewSecret());
    }

    [Fact]
    public void Uri_CyrillicAndSpaces_Escaped() => Assert.Equal(
        "otpauth://totp/%D0%98%D1%88%D0%B5%D0%BD%D0%B8%D0%BC%20%E2%84%961:jooptuu?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=%D0%98%D1%88%D0%B5%D0%BD%D0%B8%D0%BC%20%E2%84%961&algorithm=SHA1&digits=6&period=30",
        Totp.Uri("jooptuu", "Ишеним №1", Secret));
}
