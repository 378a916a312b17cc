using System.Net;

namespace Ishenim.Tests.Pages.Desk.Entrance;

public sealed class InvitationPageTests
{
    [Theory]
    [InlineData("/desk/invitation/no")]
    [InlineData("/desk/welcome/no")]
    [InlineData("/desk/invitation/tT0us29W21Eb0LUXGKIW0JGEmfjk5Tp4tHs-hN4ZhpY")]
    public async Task Get_LinkMangledOrUsed_SaysSo(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var client = new StaffClient(site.Address);

        var page = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.NotNull(page.QuerySelector(".notice.warn"));
        Assert.Null(page.QuerySelector("input[type=password]"));
    }
}
