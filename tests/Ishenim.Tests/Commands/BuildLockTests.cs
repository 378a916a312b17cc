using System.Diagnostics;

namespace Ishenim.Tests.Commands;

/// <summary>What <c>./run</c> does before it starts the program.</summary>
public sealed class BuildLockTests
{
    /// <summary>A build that leaves a server behind, as the compiler does, and then another start: it must get the lock.</summary>
    private const string Starts = """
        root="$1"; . "$2/deploy/needs.sh"
        mkdir -p "$root/src"; touch "$root/global.json" "$root/Directory.Build.props" "$root/Directory.Packages.props"
        dotnet() { sleep 60 & echo $! >"$root/server"; mkdir -p "$root/artifacts/run.new"; }
        build_program
        timeout 5 flock "$root/artifacts/run.lock" true; code=$?
        kill "$(cat "$root/server")" && exit $code
        """;

    [Fact]
    public async Task BuildProgram_BuildLeavesServerBehind_NextStartDoesNotWaitForIt()
    {
        using var folder = new TemporaryFolder();
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", Starts, "bash", folder.Path, Repository.Root]) { UseShellExecute = false, RedirectStandardError = true })!;
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bash.ExitCode);
    }
}
