using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Ishenim.Tests;

/// <summary>
/// The whole program as a process, fed with words that can be found again: then nothing that it wrote, to disk or to its
/// log, holds one of them, nor an address, nor a time finer than the day that comes from a letter.
/// </summary>
public sealed class CanaryTests
{
    private const string Text = "КАНАРЕЙКА-ТЕКСТ-7f3a9c Ашканада тамак муздак.";
    private const string More = "КАНАРЕЙКА-КОШУМЧА-51be20";
    private const string Name = "Канарейкабек Ойдонов";
    private const string Contact = "+996 700 314 159";
    private const string FileName = "канарейка-сүрөт-e81d.txt";
    private const string FileText = "КАНАРЕЙКА-ФАЙЛ-c0ffee92 ";

    [Fact]
    public async Task Serve_LettersWithKnownWords_NoFileAndNoLogLineHoldsThem()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var temporary = new TemporaryFolder();
        string code;
        await using (var program = RunningProgram.Start(temporary.Path, [], "serve", "--data", database.Folder, "--port", "0"))
        {
            using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
            code = await WriteAsync(client);
            await AddAsync(client, code);
            await ReadAsStaffAsync(program, school, client.BaseAddress);
            AssertNothing(database.Folder, temporary.Path, program.Said, code);
            Assert.Equal(0, await program.EndAsync());
            AssertNothing(database.Folder, temporary.Path, program.Said, code);
        }
    }

    private static async Task<string> WriteAsync(HttpClient client)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(FileText, 60_000))));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Text), "text" }, { new StringContent("true"), "signed" }, { new StringContent(Name), "name" },
            { new StringContent(Contact), "contact" }, { file, "files", FileName },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/write", UriKind.Relative)) { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("receipt").GetString()!;
    }

    private static async Task AddAsync(HttpClient client, string code)
    {
        using var form = new MultipartFormDataContent { { new StringContent(code), "code" }, { new StringContent(More), "text" } };
        using var answer = await client.PostAsync(new Uri("/answer", UriKind.Relative), form);
        Assert.Contains(More, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task ReadAsStaffAsync(RunningProgram program, TestSchool school, Uri address)
    {
        school.Time.Now = await Canaries.CodeTimeAsync();
        using var staff = new StaffClient(address.ToString());
        await staff.SignInAsync(school.Responsible, school.Time);
        var register = await staff.GetAsync("/desk/appeals");
        var letter = await staff.GetAsync(register.QuerySelector("tbody a[href*='/desk/appeals/']")!.GetAttribute("href")!);
        Assert.Contains(Text, letter.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, program.Said, StringComparison.Ordinal);
    }

    private static void AssertNothing(string data, string temporary, string said, string code)
    {
        Canaries.AreNowhere([Text, More, Name, Contact, FileName, FileText, code, Canaries.Grouped(code), "203.0.113.77"], said, data, temporary);
        AssertDaysOnly(Path.Combine(data, "files"));
    }

    /// <summary>A stored file's time is midnight: it tells the day and no more.</summary>
    private static void AssertDaysOnly(string files)
    {
        var stored = Directory.GetFiles(files, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(stored);
        Assert.All(stored, file => Assert.Equal(TimeSpan.Zero, File.GetLastWriteTimeUtc(file).TimeOfDay));
    }
}
