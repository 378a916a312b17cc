using System.Net;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>What the contract promises of POST /write.</summary>
public sealed class WritePageTests
{
    [Fact]
    public async Task Post_TextAlone_ShowsReceipt()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write", new MultipartFormDataContent { { new StringContent("Ашкана муздак."), "text" } });

        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("^[0-9]{4}( [0-9]{4}){4}$", page.GetElementById("receipt")!.TextContent);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Post_UrlEncoded_JsonReceiptOpensThread()
    {
        await using var site = await TestSite.StartAsync();

        var receipt = await site.SendAsync(("text", "Ысык суу жок.\r\nКийинки сап & дагы = 100%"));

        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", receipt)))).PageAsync();
        Assert.Equal("Ысык суу жок.\nКийинки сап & дагы = 100%", thread.QuerySelector(".thread .mine .text")!.TextContent);
    }
}
