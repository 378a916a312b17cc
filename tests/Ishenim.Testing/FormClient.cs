using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Ishenim.Testing;

/// <summary>
/// A browser without scripts: it keeps cookies, fills forms as they stand on the page, and follows redirects after a form.
/// </summary>
public class FormClient : IDisposable
{
    private readonly HttpClient _http;

    public FormClient(string address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = Cookies }) { BaseAddress = new Uri(address) };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0");
    }

    public CookieContainer Cookies { get; }

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    public TimeSpan? LastRetryAfter { get; private set; }

    /// <summary>Where the last answer came from, after redirects.</summary>
    public string Path { get; private set; } = "";

    public async Task<IHtmlDocument> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await ReadAsync(answer);
    }

    /// <summary>
    /// Sends the form that the selector finds, with what stands in it (anti-forgery token too) and these values instead.
    /// A value of null leaves the field out.
    /// </summary>
    public async Task<IHtmlDocument> SubmitAsync(IHtmlDocument page, string form, params (string Name, string? Value)[] fields)
    {
        using var answer = await PostAsync(page, form, fields);
        return await ReadAsync(answer);
    }

    /// <summary>The same for a form that is answered by a file.</summary>
    public async Task<byte[]> DownloadAsync(IHtmlDocument page, string form, params (string Name, string? Value)[] fields)
    {
        using var answer = await PostAsync(page, form, fields);
        Status = answer.StatusCode;
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The same with one file, as a browser sends it.</summary>
    public async Task<IHtmlDocument> UploadAsync(IHtmlDocument page, string form, string field, (string Name, byte[] Bytes) file, params (string Name, string? Value)[] fields)
    {
        var found = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No form '{form}' on {Path}.");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Standing(found).Where(one => fields.All(given => given.Name != one.Name)).Concat(fields))
            content.Add(new StringContent(value ?? ""), name);
        content.Add(new ByteArrayContent(file.Bytes), field, file.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(found.GetAttribute("action") ?? Path, UriKind.RelativeOrAbsolute)) { Content = content };
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await _http.SendAsync(request);
        return await ReadAsync(answer);
    }

    /// <summary>What <see cref="SubmitAsync"/> would send, and where to.</summary>
    public (string Action, FormUrlEncodedContent Content) Filled(IHtmlDocument page, string form, params (string Name, string? Value)[] fields)
    {
        var found = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No form '{form}' on {Path}:\n{page.Body?.TextContent}");
        var sent = Standing(found).Where(field => fields.All(given => given.Name != field.Name))
            .Concat(fields.Where(given => given.Value is not null))
            .Select(field => KeyValuePair.Create(field.Name, field.Value ?? ""));
        return (found.GetAttribute("action") is { Length: > 0 } given ? given : Path, new FormUrlEncodedContent(sent));
    }

    public void Dispose()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<HttpResponseMessage> PostAsync(IHtmlDocument page, string form, (string Name, string? Value)[] fields)
    {
        var (action, content) = Filled(page, form, fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.RelativeOrAbsolute)) { Content = content };
        // As browsers do of their own accord.
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await _http.SendAsync(request);
    }

    private static IEnumerable<(string Name, string? Value)> Standing(IHtmlFormElement form)
    {
        foreach (var field in form.Elements)
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    yield return (input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return (area.Name, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return (select.Name, select.Value);
                    break;
            }
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        LastRetryAfter = answer.Headers.RetryAfter?.Delta;
        Assert.NotEqual(HttpStatusCode.InternalServerError, Status);
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
