using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class OneTimeTokenTests
{
    [Fact]
    public void Hash_Token_IsTheSameEachTimeAndItsOwn()
    {
        var token = OneTimeToken.New();

        Assert.Equal(OneTimeToken.Hash(token), OneTimeToken.Hash(token));
        Assert.Equal(32, OneTimeToken.Hash(token).Length);
        Assert.NotEqual(OneTimeToken.Hash(token), OneTimeToken.Hash(OneTimeToken.New()));
    }

    /// <summary>A link that a mail program broke, and anything else that stands in its place.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-such-token")]
    [InlineData("a")]
    [InlineData("===")]
    [InlineData("шилтеме")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    public void Hash_NoToken_IsNoHash(string? token) => Assert.Empty(OneTimeToken.Hash(token));
}
