using Ishenim.Core.Appeals;

namespace Ishenim.Core.Tests.Appeals;

public sealed class RegisterNumberTests
{
    [Theory]
    [InlineData("2026-17", "2026-17")]
    [InlineData(" № 2026 / 17 ", "2026-17")]
    [InlineData("2026–17", "2026-17")]
    [InlineData("17", "2026-17")]
    [InlineData("2026-ч-3", "2026-Ч-3")]
    [InlineData("ч-3", "2026-Ч-3")]
    [InlineData("2025-Ч-3", "2025-Ч-3")]
    public void TryParse_AsPeopleType_IsUnderstood(string typed, string expected)
    {
        Assert.True(RegisterNumber.TryParse(typed, out var number, 2026));
        Assert.Equal(expected, number!.ToString());
        Assert.Equal(number, RegisterNumber.Parse(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("кат")]
    [InlineData("2026-0")]
    [InlineData("2026-10000000")]
    [InlineData("2026-Х-3")]
    [InlineData("26-3")]
    [InlineData("2026-3-4")]
    [InlineData("-3")]
    public void TryParse_SomethingElse_IsRefused(string? typed) => Assert.False(RegisterNumber.TryParse(typed, out _, 2026));

    [Fact]
    public void AtPlace_OfANumber_GivesItBack() =>
        Assert.Equal("2026-17", RegisterNumber.AtPlace(RegisterNumber.Parse("2026-17").RegisterPlace).ToString());
}
