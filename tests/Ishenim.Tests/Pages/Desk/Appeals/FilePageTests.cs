using System.Net;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Appeals;

public sealed class FilePageTests
{
    private static readonly byte[] Gif = [.. "GIF89a"u8, .. new byte[200]];
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[300]];

    public static TheoryData<string, byte[], string, string> Files() => new()
    {
        { "сүрөт.gif", Gif, "image/gif", "inline" },
        { "кат.pdf", Pdf, "application/pdf", "inline" },
        // What a file is called tells nothing; what it begins with does.
        { "сүрөт.gif", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "application/octet-stream", "attachment" },
        { "сүрөт.png", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "application/octet-stream", "attachment" },
        { "gif.html", Gif, "image/gif", "inline" },
        { "бош.txt", [], "application/octet-stream", "attachment" },
        { "чоң.bin", [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 / 256))], "application/octet-stream", "attachment" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Get_File_IsShownByItsBytesOnlyAndInASandbox(string name, byte[] content, string type, string disposition)
    {
        await using var site = await TestSite.StartAsync();
        var (client, path) = await SendAsync(site, name, content);
        using var _ = client;

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((type, disposition), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(content.Length, answer.Content.Headers.ContentLength);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.FileRead));
    }

    [Fact]
    public async Task Get_Download_IsAnAttachmentEvenOfAPicture()
    {
        await using var site = await TestSite.StartAsync();
        var (client, path) = await SendAsync(site, "сүрөт.gif", Gif);
        using var _ = client;

        using var answer = await client.GetAsync(new Uri(path + "?download=true", UriKind.Relative));

        Assert.Equal(("attachment", "application/octet-stream"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("сүрөт.gif", answer.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Theory]
    [InlineData("кат\r\nSet-Cookie: a=b.txt", "катSet-Cookie_ a=b.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("\"; filename=\"x.html", "_; filename=_x.html")]
    [InlineData("...", "file")]
    [InlineData(".bashrc", "bashrc")]
    public async Task Get_NameMadeToMislead_IsMadeSafe(string name, string expected)
    {
        await using var site = await TestSite.StartAsync();
        var (client, path) = await SendAsync(site, name, "мазмун"u8.ToArray());
        using var _ = client;

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("a=b", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Get_ChangedFile_BreaksOffBeforeAnyForgedByte()
    {
        await using var site = await TestSite.StartAsync();
        var (client, path) = await SendAsync(site, "кат.pdf", Pdf);
        using var _ = client;
        var stored = Directory.GetFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(stored);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(stored, bytes);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("PDF", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<(HttpClient Client, string Path)> SendAsync(TestSite site, string name, byte[] content)
    {
        var letter = TestSchool.Letter("Кат файл менен.");
        using var bytes = new MemoryStream(content);
        var file = await site.School.Staged.StageAsync(bytes, name, letter.Draft.FileSeal(site.School.Id), CancellationToken.None);
        await site.School.AcceptAsync(letter with { Files = [file] });
        using var staff = await StaffClient.SignInAsync(site, site.School.Director);
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = staff.Cookies }) { BaseAddress = new Uri(site.Address) };
        return (client, $"/desk/appeals/{letter.Draft.Id}/files/{file.Id}");
    }
}
