using System.Net;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Commands;

public sealed class DataCommandTests
{
    [Fact]
    public async Task Backup_WhileItServes_RestoresElsewhereAndVerifies()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);
        var file = Path.Combine(elsewhere.Path, "backup.zip");
        await using var program = RunningProgram.Start("serve", "--data", folder.Path, "--port", "0");
        await WriteAsync(await program.AddressAsync());

        var (exitCode, said) = await RunningProgram.RunAsync("backup", file, "--data", folder.Path);
        Assert.True(exitCode == 0, said);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var place = Path.Combine(elsewhere.Path, "data");
        var restored = await RunningProgram.RunAsync("restore", file, "--data", place, "--last-number", "appeals:2026=7");
        Assert.True(restored.ExitCode == 0, restored.Said);
        Assert.Contains("restored: 1 school(s), 1 letters, 0 files", restored.Said, StringComparison.Ordinal);
        var verified = await RunningProgram.RunAsync("verify", "--data", place);
        Assert.Equal(0, verified.ExitCode);
        Assert.Matches("^journal: [0-9]+ lines, intact\n", verified.Said);
        var again = await RunningProgram.RunAsync("restore", file, "--data", place);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("only into an empty place", again.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("appeal:2026=41", "the series are appeals")]
    [InlineData("appeals=41", "the series are appeals")]
    [InlineData("elsewhere/appeals:2026=41", "no such school; nothing was restored")]
    public async Task Restore_NumberThatNothingUses_IsRefusedAndNothingRestored(string number, string says)
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);
        var (file, place) = (Path.Combine(elsewhere.Path, "backup.zip"), Path.Combine(elsewhere.Path, "data"));
        await RunningProgram.RunAsync("backup", file, "--data", folder.Path);

        var (exitCode, said) = await RunningProgram.RunAsync("restore", file, "--data", place, "--last-number", number);

        Assert.Equal(2, exitCode);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Equal(0, (await RunningProgram.RunAsync("restore", file, "--data", place)).ExitCode);
    }

    [Fact]
    public async Task Verify_LineChanged_NamesItAndFails()
    {
        using var folder = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);
        await using (var program = RunningProgram.Start("serve", "--data", folder.Path, "--port", "0"))
            await WriteAsync(await program.AddressAsync());
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "ishenim.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var change = database.CreateCommand();
            change.CommandText = """UPDATE "JournalLines" SET "Day" = '2020-01-01' WHERE "Verb" = 'letter.arrived'""";
            Assert.Equal(1, await change.ExecuteNonQueryAsync());
        }

        var (exitCode, said) = await RunningProgram.RunAsync("verify", "--data", folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Matches("journal: broken: .*line 1", said);
    }

    [Fact]
    public async Task Backup_FileThere_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);
        var file = Path.Combine(folder.Path, "backup.zip");
        await File.WriteAllTextAsync(file, "precious");

        var (exitCode, said) = await RunningProgram.RunAsync("backup", file, "--data", folder.Path);

        Assert.Equal((2, "precious"), (exitCode, await File.ReadAllTextAsync(file)));
        Assert.Contains("is there already", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_FolderMissing_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);

        var path = Path.Combine(folder.Path, "no", "such", "folder", "backup.zip");
        var (exitCode, said) = await RunningProgram.RunAsync("backup", path, "--data", folder.Path);

        Assert.Equal((1, 1), (exitCode, said.Trim().Split('\n').Length));
        Assert.Contains("the backup could not be written", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup")]
    public async Task Command_NoDatabase_SaysSo(string command)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = command == "backup" ? ["backup", Path.Combine(folder.Path, "b.zip")] : [command];

        var (exitCode, said) = await RunningProgram.RunAsync([.. arguments, "--data", folder.Path]);

        Assert.Equal(2, exitCode);
        Assert.Contains("there is no database in", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17-0123-4567-89AB-CDEF-GHJK", 1, "not of this journal")]
    [InlineData("17-0123", 2, "--expect takes a fingerprint")]
    public async Task Verify_FingerprintThatIsNotHere_SaysSo(string fingerprint, int expected, string says)
    {
        using var folder = new TemporaryFolder();
        await EndTests.PrepareAsync(folder);

        var (exitCode, said) = await RunningProgram.RunAsync("verify", "--data", folder.Path, "--expect", fingerprint);

        Assert.Equal(expected, exitCode);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    internal static async Task WriteAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var form = new MultipartFormDataContent { { new StringContent("Ашкана муздак."), "text" } };
        using var answer = await client.PostAsync(new Uri("/write", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
