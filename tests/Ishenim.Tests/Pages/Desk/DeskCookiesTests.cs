using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Tests.Pages.Public;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Tests.Pages.Desk;

/// <summary>The only cookies that there are, and who sees them.</summary>
public sealed class DeskCookiesTests
{
    private const string Desk = "desk";
    private const string Device = "desk-device";
    private const string Form = "desk-form";

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "/s/one")]
    [InlineData(false, "")]
    [InlineData(false, "/s/one")]
    public async Task SignIn_EachCookie_IsForTheDeskAloneAndSecureWhereTheAddressIs(bool https, string root)
    {
        await using var site = await HttpsSite.StartAsync(https);

        var cookies = await SignInAsync(site, root);

        Assert.Equal([Desk, Device, Form], cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(cookies.Values, cookie => Assert.Equal((https, true, null), (cookie.Secure, cookie.HttpOnly, cookie.Domain.Value)));
        Assert.Equal((root + "/desk", SameSiteMode.Lax), (cookies[Desk].Path.Value, cookies[Desk].SameSite));
        Assert.Equal((root + "/desk", SameSiteMode.Strict), (cookies[Form].Path.Value, cookies[Form].SameSite));
        Assert.Equal((root + "/desk/login", SameSiteMode.Strict), (cookies[Device].Path.Value, cookies[Device].SameSite));
        // The session ends with the browser; only the device is known longer.
        Assert.All([cookies[Desk], cookies[Form]], cookie => Assert.Equal((null, null), (cookie.MaxAge, cookie.Expires)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PublicPages_AnyRequest_SetNoCookie(bool https)
    {
        await using var site = await HttpsSite.StartAsync(https);
        var cookies = await SignInAsync(site, "");
        var sent = await site.SendAsync(HttpMethod.Post, "/write", TestForm.Pairs(("text", "Кат")));
        var code = (await sent.PageAsync()).GetElementById("receipt")!.TextContent;

        var answers = new List<HttpResponseMessage> { sent, await site.SendAsync(HttpMethod.Post, "/answer", TestForm.Pairs(("code", code))), await site.SendAsync(HttpMethod.Post, "/write", TestForm.Pairs(("text", ""))) };
        foreach (var path in new[] { "/", "/write", "/answer", "/regulation", "/healthz", "/nothing", "/s/one/write", "/s/nowhere/", "/write?lang=ru" })
            answers.Add(await site.SendAsync(HttpMethod.Get, path, null, [.. cookies.Values]));

        Assert.All(answers, answer => Assert.False(answer.Headers.Contains("Set-Cookie"), $"{answer.RequestMessage!.RequestUri} sets a cookie."));
    }

    /// <summary>The right three, as a browser sends them.</summary>
    /// <returns>Every cookie that was set on the way.</returns>
    private static async Task<Dictionary<string, SetCookieHeaderValue>> SignInAsync(HttpsSite site, string root)
    {
        var person = site.Site.School.Director;
        using var shown = await site.SendAsync(HttpMethod.Get, root + "/desk/login");
        var cookies = Cookies(shown).ToDictionary(cookie => cookie.Name.Value!);
        var token = (await shown.PageAsync()).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        using var answer = await site.SendAsync(HttpMethod.Post, root + "/desk/login", TestForm.Pairs(
            ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(site.Site.Time)), ("__RequestVerificationToken", token)), [.. cookies.Values]);
        Assert.EndsWith(root + "/desk", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var cookie in Cookies(answer))
            cookies[cookie.Name.Value!] = cookie;
        return cookies;
    }

    private static IList<SetCookieHeaderValue> Cookies(HttpResponseMessage answer) =>
        SetCookieHeaderValue.ParseStrictList([.. answer.Headers.GetValues("Set-Cookie")]);
}
