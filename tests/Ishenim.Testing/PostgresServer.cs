using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ishenim.Testing;

/// <summary>One real PostgreSQL for the test process.</summary>
public static class PostgresServer
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>A connection string to a new database.</summary>
    /// <param name="copyOf">What it is a copy of; null: it is empty.</param>
    public static async Task<string> NewDatabaseAsync(string? copyOf = null)
    {
        PostgresMachine.SkipUnlessInstalled();
        var server = await Server.Value;
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        // Copied as files, as all versions before 15 do: through the log it takes three times as much of the processor.
        var strategy = connection.PostgreSqlVersion.Major < 15 ? "" : " STRATEGY FILE_COPY";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {copyOf ?? "template1"}{strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task<string> StartAsync()
    {
        var machine = await PostgresMachine.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => machine.EndBehind();
        return machine.Connection;
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
