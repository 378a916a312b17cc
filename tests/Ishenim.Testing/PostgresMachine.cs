using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Ishenim.Testing;

/// <summary>
/// A real PostgreSQL on a free port of 127.0.0.1 and in a temporary folder. It refuses to run as root, so root starts it
/// as the user postgres.
/// </summary>
public sealed class PostgresMachine : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private readonly string _programs = Directory.GetDirectories(Installed).Order(StringComparer.Ordinal).Last() + "/bin";
    private readonly string _folder;
    private readonly int _port = PostgresServer.FreePort();

    private PostgresMachine(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    public static void SkipUnlessInstalled() => Assert.SkipUnless(Directory.Exists(Installed), "PostgreSQL is not installed: apt-get install postgresql");

    /// <param name="parent">Where its folder is made; null: among the temporary ones.</param>
    public static async Task<PostgresMachine> StartAsync(string? parent = null)
    {
        SkipUnlessInstalled();
        // Short: the path of a socket in it has at most 107 bytes.
        var machine = new PostgresMachine(Path.Combine(parent ?? Path.GetTempPath(), $"postgres-{Guid.NewGuid():N}"[..16]));
        await RunAsync("chmod", "777", machine._folder);
        await RunAsPostgresAsync($"{machine._programs}/initdb -D {machine.Data} -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8");
        await machine.StartAgainAsync();
        return machine;
    }

    public Task StartAgainAsync() => RunAsPostgresAsync(
        $"{_programs}/pg_ctl -D {Data} -w -l {_folder}/log -o \"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=300\" start");

    /// <summary>SIGKILL to the postmaster, as when the machine loses it; returns when none of its processes is left.</summary>
    public async Task KillAsync()
    {
        var postmaster = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        var children = (await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await RunAsync("kill", "-KILL", postmaster.ToString(CultureInfo.InvariantCulture));
        for (var tries = 0; children.Any(child => Directory.Exists($"/proc/{child}")); tries++)
        {
            Assert.True(tries < 600, "Processes of the killed server do not end.");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsPostgresAsync($"{_programs}/pg_ctl -D {Data} -m immediate stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// The same by a process of its own, for which nobody waits: hundreds of databases take longer to delete than a test
    /// program may take to end.
    /// </summary>
    public void EndBehind()
    {
        var stop = $"{_programs}/pg_ctl -D {Data} -m immediate stop";
        var asPostgres = Environment.UserName == "root" ? $"runuser -u postgres -- sh -c 'cd / && {stop}'" : stop;
        using var process = Process.Start("setsid", ["sh", "-c", $"({asPostgres}; rm -rf {_folder}) >/dev/null 2>&1 </dev/null"]);
    }

    private static Task RunAsPostgresAsync(string command) => Environment.UserName == "root"
        ? RunAsync("runuser", "-u", "postgres", "--", "sh", "-c", $"cd / && {command}")
        : RunAsync("sh", "-c", command);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        // pg_ctl's server inherits the pipes: wait for the process, not for their end.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await output} {await error}");
    }
}
