using System.Diagnostics;

namespace Ishenim.Tests.Commands;

public sealed class SchoolCommandTests
{
    [Fact]
    public async Task Add_TwoSchools_PrintsALinkEachAndListsThem()
    {
        using var folder = new TemporaryFolder();

        var (_, first) = await RunAsync(folder, "school", "add", "--slug", "one", "--name", "№ 1 мектеп", "--public-url", "https://ishenim.example");
        var (_, second) = await RunAsync(folder, "school", "add", "--slug", "two", "--public-url", "https://ishenim.example");
        var (_, again) = await RunAsync(folder, "school", "add", "--slug", "two", "--public-url", "https://ishenim.example");
        var (exit, list) = await RunAsync(folder, "school", "list", "--public-url", "https://ishenim.example");

        Assert.Matches(@"https://ishenim\.example/desk/welcome/[\w-]{43}", first);
        Assert.Matches(@"https://ishenim\.example/s/two/desk/welcome/[\w-]{43}", second);
        Assert.NotEqual(second, again);
        Assert.Equal(0, exit);
        Assert.Contains("№ 1 мектеп", list, StringComparison.Ordinal);
        Assert.Contains("https://ishenim.example/s/two/\ttwo", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NoSlug_SaysWhatItTakes()
    {
        using var folder = new TemporaryFolder();

        var (exit, said) = await RunAsync(folder, "school", "add", "--slug", "Мектеп");

        Assert.Equal(2, exit);
        Assert.Contains("lower-case Latin letters", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_NoSuchPerson_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "school", "add", "--slug", "one");

        var (exit, said) = await RunAsync(folder, "staff", "invite", "--school", "one", "--person", "Эч Ким");

        Assert.Equal(2, exit);
        Assert.Contains("has no 'Эч Ким'", said, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(RunningProgram.Executable, [.. arguments, "--data", folder.Path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await faults);
    }
}
