using System.Text;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Names of files that would be paths, commands or something else than they are.</summary>
public sealed class HostileNamesTests
{
    [Theory]
    [InlineData("../../../../tmp/a.txt", "a.txt")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\win.ini", "win.ini")]
    [InlineData("..", "..")]
    [InlineData("a\0b.txt", "ab.txt")]
    [InlineData("%2e%2e%2fa%00.txt", "%2e%2e%2fa%00.txt")]
    [InlineData("сүрөт\u202Egpj.exe", "сүрөтgpj.exe")]
    [InlineData("\u2066сүрөт\u2069\u200F.jpg", "сүрөт.jpg")]
    [InlineData("<img src=x onerror=alert(1)>.jpg", "<img src=x onerror=alert(1)>.jpg")]
    [InlineData("a;rm -rf ~;.txt", "a;rm -rf ~;.txt")]
    public async Task Post_HostileName_IsShownPlainAndNamesNoFile(string name, string shown)
    {
        await using var site = await TestSite.StartAsync();
        var code = await SendAsync(site, name);

        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Equal("↓ " + shown, thread.QuerySelector(".thread button")!.TextContent.Trim());
        Assert.Empty(thread.QuerySelectorAll("img[onerror]"));
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var letter = await staff.GetAsync((await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!);
        Assert.Empty(letter.QuerySelectorAll("img[onerror]"));
        Assert.DoesNotContain("\u202E", letter.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories), file => Assert.True(Guid.TryParseExact(Path.GetFileName(file), "N", out _)));
    }

    [Theory]
    [InlineData(5000, 0)]
    [InlineData(59, 200)]
    [InlineData(60, 200)]
    [InlineData(58, 200)]
    public async Task Post_VeryLongName_IsShortenedBetweenSigns(int letters, int faces)
    {
        await using var site = await TestSite.StartAsync();
        var code = await SendAsync(site, new string('a', letters) + string.Concat(Enumerable.Repeat("😀", faces)) + ".txt");

        var name = (await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync()).QuerySelector(".thread button")!.TextContent;

        Assert.EndsWith(".txt", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 10, 130);
        Assert.DoesNotContain("\uFFFD", name, StringComparison.Ordinal);
    }

    /// <summary>As raw bytes: the framework's own form would not write such a name.</summary>
    private static async Task<string> SendAsync(TestSite site, string name)
    {
        var body = $"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nКат\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}\r\n\r\nмазмун\r\n--x--\r\n";
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        var (_, json) = await site.PostForJsonAsync("/write", form);
        return json.GetProperty("receipt").GetString()!;
    }
}
