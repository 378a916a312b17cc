using System.IO.Compression;
using System.Text;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Files that mean harm, from the writer's form to the desk: kept as they are, never unpacked, never run.</summary>
public sealed class HostileFilesTests
{
    private const string Script = "<html><script>alert(document.cookie)</script></html>";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "жыйынтык.zip", Bomb() },
        { "сүрөт.gif", Encoding.UTF8.GetBytes("GIF89a/*" + new string(' ', 50) + "*/=1;alert(1);//" + Script) },
        { "сүрөт.svg", Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">{Script}</svg>") },
        { "сүрөт.jpg", Encoding.UTF8.GetBytes("<!DOCTYPE html>" + Script) },
        { "сүрөт.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.UTF8.GetBytes(Script)] },
        { "кат.pdf", Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n" + Script) },
        { "кат.html", Encoding.UTF8.GetBytes(Script + "%PDF-1.7") },
        { "кат.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>") },
        { "кат.mht", Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + Script) },
        { "кат.js", Encoding.UTF8.GetBytes("alert(1)") },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Download_HostileFile_IsTheSameBytesAndNeverAPage(string name, byte[] content)
    {
        await using var site = await TestSite.StartAsync();
        var sent = await (await site.PostAsync("/write", TestForm.Parts(("text", "Кат"), ("files", (name, content))))).PageAsync();
        var code = sent.GetElementById("receipt")!.TextContent;
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var letter = (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        var links = (await staff.GetAsync(letter)).QuerySelectorAll("a[href*='/files/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        using var desk = new HttpClient(new SocketsHttpHandler { CookieContainer = staff.Cookies }) { BaseAddress = new Uri(site.Address) };

        Assert.NotEmpty(links);
        foreach (var link in links.Append(links[0].Split('?')[0] + "?download=true").Distinct())
            await CheckAsync(await desk.GetAsync(new Uri(link, UriKind.Relative)), content);
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        var own = await site.PostAsync("/answer", TestForm.Pairs(("code", code), ("file", thread.QuerySelector(".thread button")!.GetAttribute("value")!)));
        await CheckAsync(own, content);
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        var stored = new DirectoryInfo(Path.Combine(site.Database.Folder, "files")).EnumerateFiles("*", SearchOption.AllDirectories).Single();
        Assert.InRange(stored.Length, content.Length, content.Length * 2 + 1024);
    }

    private static async Task CheckAsync(HttpResponseMessage answer, byte[] content)
    {
        var headers = answer.Content.Headers;
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        // What is not a picture or PDF by its first bytes is saved; nothing at all is a page or a program.
        Assert.Contains(headers.ContentType!.MediaType, new[] { "application/octet-stream", "image/gif", "image/jpeg", "image/png", "image/webp", "application/pdf" });
        Assert.True(headers.ContentDisposition!.DispositionType == "attachment" || headers.ContentType.MediaType != "application/octet-stream");
    }

    /// <summary>100 MB of zeros in 100 KB.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("../../нөл.txt").Open())
            for (var i = 0; i < 100; i++)
                entry.Write(new byte[1024 * 1024]);
        return bytes.ToArray();
    }
}
