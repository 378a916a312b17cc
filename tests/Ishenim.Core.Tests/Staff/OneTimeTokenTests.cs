using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class OneTimeTokenTests
{
    [Fact]
    public void Hash_OfAToken_IsTheSameEachTimeAndItsOwn()
    {
        var (one, other) = (OneTimeToken.New(), OneTimeToken.New());

        Assert.Equal(32, OneTimeToken.Hash(one).Length);
        Assert.Equal(OneTimeToken.Hash(one), OneTimeToken.Hash(one));
        Assert.NotEqual(OneTimeToken.Hash(one), OneTimeToken.Hash(other));
    }

    /// <summary>Links are cut and mangled on their way through messengers: that is no error of the server.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("a")]
    [InlineData("шилтеме")]
    [InlineData("tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4Zhp")]
    [InlineData("tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4ZhpY…")]
    [InlineData("tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4Zhp!")]
    [InlineData("tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4ZhpZ")]
    [InlineData("tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4ZhpYtT0us29W")]
    public void Hash_OfAnythingElse_IsOneThatNoRowHas(string? token) => Assert.Empty(OneTimeToken.Hash(token));
}
