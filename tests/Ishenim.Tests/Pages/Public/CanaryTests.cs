using System.Text;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Known words of a letter, while it comes and after: in no file under the data folder or the temporary one.</summary>
public sealed class CanaryTests
{
    private static readonly string[] _words =
        ["канарейка-текст-7431", "Канарейкаева", "kanareika7431@example.kg", "канарейка-файл-7431", "KANARY-CONTENT-7431"];

    [Fact]
    public async Task Post_LetterWithFiles_LeavesNoWordOfItInAnyFile()
    {
        await using var site = await TestSite.StartAsync();
        var begun = TimeProvider.System.GetUtcNow().UtcDateTime;
        var found = new List<string>();
        using var ended = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                found.AddRange(Search(site.Database.Folder));
                found.AddRange(SearchTemporary(begun));
                await Task.Delay(20);
            }
        });

        var sent = await site.PostAsync("/write", TestForm.Parts(
            ("files", (_words[3] + ".txt", Content(70 * 1024))), ("text", _words[0]), ("signed", "true"), ("name", _words[1]), ("contact", _words[2]),
            ("files", (_words[3] + ".bin", Content(5 * 1024 * 1024)))));
        var code = (await sent.PageAsync()).GetElementById("receipt")!.TextContent;
        var thread = await site.PostAsync("/answer", TestForm.Parts(("code", code), ("text", _words[0]), ("files", (_words[3] + ".dat", Content(2 * 1024 * 1024)))));
        Assert.Contains(_words[3] + ".dat", await thread.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", (_words[3] + ".kept", Content(2 * 1024 * 1024)))));

        await ended.CancelAsync();
        await watching;
        found.AddRange(Search(site.Database.Folder));
        found.AddRange(SearchTemporary(begun));
        Assert.Empty(found.Distinct());
    }

    [Fact]
    public void Search_FileWithAWordInIt_IsFound()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a"), "… " + _words[1]);

        Assert.NotEmpty(Search(folder.Path));
    }

    private static byte[] Content(int bytes) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(_words[4] + "\n", bytes / 20)));

    private static IEnumerable<string> Search(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).SelectMany(WordsIn);

    /// <summary>Where the framework would buffer a form: straight in the temporary folder. A pipe of the runtime has no length.</summary>
    private static IEnumerable<string> SearchTemporary(DateTime begun) =>
        new DirectoryInfo(Path.GetTempPath()).EnumerateFiles().Where(file => file.LastWriteTimeUtc >= begun && file.Length > 0).SelectMany(WordsIn);

    private static IEnumerable<string> WordsIn(FileInfo file)
    {
        var bytes = Read(file.FullName);
        return _words.Where(word => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0).Select(word => $"{word} in {file.FullName}");
    }

    /// <summary>Nothing for a file that went away, or whose owner lets nobody in.</summary>
    private static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            _ = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
