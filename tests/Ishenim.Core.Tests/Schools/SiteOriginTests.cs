using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Schools;

public sealed class SiteOriginTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("https://mektep.kg", "https://mektep.kg")]
    [InlineData(" https://Mektep.kg:443/bailanysh?a=1#b ", "https://mektep.kg")]
    [InlineData("https://mektep.kg:8443/", "https://mektep.kg:8443")]
    [InlineData("https://мектеп.кг", "https://xn--e1aaogsq.xn--c1an")]
    public void TryParse_HttpsAddress_IsItsOrigin(string? typed, string? origin)
    {
        Assert.True(SiteOrigin.TryParse(typed, out var parsed));
        Assert.Equal(origin, parsed);
    }

    [Theory]
    [InlineData("http://mektep.kg")]
    [InlineData("mektep.kg")]
    [InlineData("https://")]
    [InlineData("https://*.kg")]
    [InlineData("https://*")]
    [InlineData("https://mektep.kg;script-src *")]
    [InlineData("https://mektep.kg https://bashka.kg")]
    [InlineData("https://a@mektep.kg")]
    [InlineData("https://localhost")]
    [InlineData("https://[::1]")]
    [InlineData("javascript:alert(1)")]
    [InlineData("'self'")]
    public void TryParse_AnythingElse_IsRefused(string typed)
    {
        Assert.False(SiteOrigin.TryParse(typed, out var origin));
        Assert.Null(origin);
    }
}
