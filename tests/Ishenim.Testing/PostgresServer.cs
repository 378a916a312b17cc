using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Ishenim.Testing;

/// <summary>
/// One real PostgreSQL for the test process, on a free port of 127.0.0.1 and in a temporary folder. It refuses to run
/// as root, so root starts it as the user postgres.
/// </summary>
public static class PostgresServer
{
    private const string Programs = "/usr/lib/postgresql";
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>A connection string to a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        if (!Directory.Exists(Programs))
            Assert.Skip("PostgreSQL is not installed: apt-get install postgresql");
        var server = await Server.Value;
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task<string> StartAsync()
    {
        var programs = Directory.GetDirectories(Programs).Order(StringComparer.Ordinal).Last() + "/bin";
        var folder = Directory.CreateTempSubdirectory("ishenim-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        await RunAsync("chmod", "777", folder);
        await RunAsPostgresAsync($"{programs}/initdb -D {data} -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8");
        await RunAsPostgresAsync($"{programs}/pg_ctl -D {data} -w -l {folder}/log -o \"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=300\" start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(programs, data, folder);
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static void Stop(string programs, string data, string folder)
    {
        RunAsPostgresAsync($"{programs}/pg_ctl -D {data} -m immediate stop").GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
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

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
