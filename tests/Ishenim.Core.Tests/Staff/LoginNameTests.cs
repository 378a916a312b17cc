using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class LoginNameTests
{
    [Theory]
    [InlineData("aigul.u", "aigul.u")]
    [InlineData(" Bolot-7 ", "bolot-7")]
    public void TryParse_GoodLogin_IsLowerCase(string typed, string expected)
    {
        Assert.True(LoginName.TryParse(typed, out var login));
        Assert.Equal(expected, login.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ab")]
    [InlineData("айгүл")]
    [InlineData("a b c")]
    [InlineData("a@b.kg")]
    public void TryParse_OtherCharactersOrTooShort_Refuses(string? typed) => Assert.False(LoginName.TryParse(typed, out _));

    [Theory]
    [InlineData("", true)]
    [InlineData("aigul@mektep.kg", true)]
    [InlineData("aigul@mektep", false)]
    [InlineData("Айгүл <aigul@mektep.kg>", false)]
    public void EmailTryParse_Typed_IsJudged(string typed, bool good) => Assert.Equal(good, EmailAddress.TryParse(typed, out _));
}
