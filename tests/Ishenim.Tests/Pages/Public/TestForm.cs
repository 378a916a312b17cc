using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Forms as browsers, scripts and other sites post them, and the pages that answer.</summary>
internal static class TestForm
{
    public static FormUrlEncodedContent Pairs(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>In the order given; a field whose value is bytes is a file.</summary>
    public static MultipartFormDataContent Parts(params (string Name, object Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (value is (string file, byte[] bytes))
                form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, name, file);
            else
                form.Add(new StringContent((string)value), name);
        return form;
    }

    public static Task<HttpResponseMessage> PostAsync(this TestSite site, string path, HttpContent form) =>
        site.Client.PostAsync(new Uri(path, UriKind.Relative), form);

    /// <summary>Posts as a script does.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> PostForJsonAsync(this TestSite site, string path, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await site.Client.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>Sends a letter.</summary>
    /// <returns>Its code, 20 digits.</returns>
    public static async Task<string> SendAsync(this TestSite site, params (string Name, string Value)[] fields)
    {
        var (status, json) = await site.PostForJsonAsync("/write", Pairs(fields));
        Assert.Equal(HttpStatusCode.OK, status);
        return json.GetProperty("receipt").GetString()!;
    }

    public static async Task<IDocument> PageAsync(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    public static string Value(this IDocument page, string name) => page.QuerySelector($"[name={name}]")?.GetAttribute("value") ?? "";
}
