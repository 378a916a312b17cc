using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Ishenim.Testing.Fire;

/// <summary>A letter that says itself which files belong to it, so that a half of it would be seen.</summary>
public sealed record FireLetter(string Text, IReadOnlyList<byte[]> Files)
{
    private static int _last;

    /// <summary>Every second one has a small file, every tenth a second one of 150 KB.</summary>
    public static FireLetter Next()
    {
        var number = Interlocked.Increment(ref _last);
        List<byte[]> files = [];
        if (number % 2 == 0)
            files.Add(Content(number, 4000));
        if (number % 10 == 0)
            files.Add(Content(number + 1, 150_000));
        return new FireLetter(string.Create(CultureInfo.InvariantCulture, $"Кат {Guid.NewGuid():N}, тиркемеси {files.Count}"), files);
    }

    /// <summary>Posts it as a script does.</summary>
    /// <returns>Its code; null where it was refused for now.</returns>
    public async Task<string?> PostAsync(HttpClient client, Uri address)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Text), "text" } };
        for (var i = 0; i < Files.Count; i++)
            form.Add(new ByteArrayContent(Files[i]), "files", $"{i}.bin");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/write")) { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            return null;
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("receipt").GetString()!;
    }

    private static byte[] Content(int seed, int length)
    {
        var line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"line of file {seed}\n"));
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = line[i % line.Length];
        return content;
    }
}
