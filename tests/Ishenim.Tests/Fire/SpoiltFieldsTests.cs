using System.Net;
using AngleSharp.Html.Dom;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Fields that are no UTF-8, or that stand twice where they may once, beyond the first letter: the writer's further message, the sign-in, an answer of the desk.</summary>
public sealed class SpoiltFieldsTests
{
    /// <summary>What is sent besides the code, and beside which field it is told.</summary>
    public static TheoryData<string, string> Messages => new()
    {
        { "text=%ED%A0%80", "text" }, { "text=%FF%FE", "text" }, { "text=a&text=b", "text" }, { "text=a&code=1", "code" }, { "text=a&code=%FF", "code" },
        { "step=sign&signed=true&name=%ED%A0%80&contact=a%40b.kg", "name" },
        { "step=nothelped&why=%C0%80", "why" }, { "step=nothelped&why=a&why=b", "why" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Answer_UnreadableOrDouble_IsToldBesideItsField(string spoilt, string field)
    {
        await using var site = await TestSite.StartAsync();
        var code = await site.SendAsync(("text", "Кат"));

        var form = $"code={code}&{spoilt}";
        foreach (var content in new[] { RawForm.Pairs(form), RawForm.Parts(form) })
        {
            var (status, json) = await site.PostForJsonAsync("/answer", content);

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal([field], json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        }
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Single(thread.QuerySelectorAll(".thread .text"));
    }

    [Theory]
    [InlineData("login=%ED%A0%80", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&login=b", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&passphrase=%FF%FE&otp=%C0%80", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&passphrase=b&passphrase=c&otp=1&otp=2", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&return=%FF&return=/b&step=c&step=%FF", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&resume-path=%FF&resume-path=/b&resume:text=%FF", HttpStatusCode.Unauthorized)]
    [InlineData("login=a&__RequestVerificationToken=b", HttpStatusCode.BadRequest)]
    public async Task SignIn_UnreadableOrDouble_IsRefusedLikeAnythingWrong(string spoilt, HttpStatusCode status)
    {
        await using var site = await TestSite.StartAsync();
        using var stranger = new StaffClient(site.Address);
        var token = Token(await stranger.GetAsync("/desk/login"));

        foreach (var content in new[] { RawForm.Pairs($"{token}&{spoilt}"), RawForm.Parts($"{token}&{spoilt}") })
        {
            var answer = await PostAsync(site, stranger, "/desk/login", content);
            var page = await answer.PageAsync();

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.Unauthorized, page.QuerySelector("#errors") is not null);
        }
        await stranger.SignInAsync(site.School.Responsible, site.Time);
        Assert.Equal("/desk", stranger.Path);
    }

    /// <summary>The desk's forms are read by the framework: of two values it takes the first, and has signs of its own for what is no UTF-8.</summary>
    [Theory]
    [InlineData("answer=%ED%A0%80", "%ED%A0%80", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("answer=a&answer=b", "a", "a")]
    [InlineData("answer=a&version=%FF", "a", "a")]
    [InlineData("answer=a&anyway=%FF&shown=%C0%80", "a", "a")]
    [InlineData("answer=a&__RequestVerificationToken=b", null, null)]
    public async Task Desk_AnswerUnreadableOrDouble_IsSentOnceOrRefused(string spoilt, string? sentAsPairs, string? sentAsParts)
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        foreach (var (sent, make) in new[] { (sentAsPairs, (Func<string, HttpContent>)RawForm.Pairs), (sentAsParts, RawForm.Parts) })
        {
            await site.SendAsync(("text", "Кат"));
            var path = (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
            var (action, standing) = staff.Filled(await staff.GetAsync(path), "form[action*=answer]", ("answer", null));

            var answer = await PostAsync(site, staff, action, make($"{await standing.ReadAsStringAsync()}&{spoilt}"));

            Assert.Equal(sent is null ? HttpStatusCode.BadRequest : HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal(sent is null ? [] : [sent], (await staff.GetAsync(path)).QuerySelectorAll(".thread .mine .text").Select(text => text.TextContent.Trim()));
        }
        Assert.Equal(2, await LetterCheck.VerifyAsync(site.School));
    }

    private static string Token(IHtmlDocument page) =>
        "__RequestVerificationToken=" + Uri.EscapeDataString(page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static Task<HttpResponseMessage> PostAsync(TestSite site, StaffClient browser, string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Origin", site.Address);
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(new Uri(site.Address + path)));
        return site.Client.SendAsync(request);
    }
}
