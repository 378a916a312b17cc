using System.Globalization;
using Ishenim.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Ishenim.Tests.Released;

/// <summary>The rows of a released version in a PostgreSQL as that version left it: with its schema, not with today's.</summary>
internal static class ReleasedOnPostgres
{
    /// <returns>A connection string.</returns>
    public static async Task<string> FillAsync(string sqliteFile)
    {
        var postgres = await PostgresServer.NewDatabaseAsync();
        await using var from = new SqliteConnection($"Data Source={sqliteFile};Pooling=False");
        await from.OpenAsync();
        await MigrateToAsync(postgres, await LastMigrationAsync(from));
        await using var to = new NpgsqlConnection(postgres);
        await to.OpenAsync();
        // Tables are filled in any order: without foreign keys meanwhile, and with times that are meant in UTC.
        await RunAsync(to, "SET session_replication_role = replica; SET TIME ZONE 'UTC'");
        foreach (var (table, columns) in (await ColumnsAsync(to)).GroupBy(one => one.Table).Select(table => (table.Key, table.Select(one => (one.Column, one.Type)).ToList())))
            await CopyAsync(from, to, table, columns);
        return postgres;
    }

    public static async Task<string> LastMigrationAsync(SqliteConnection from)
    {
        await using var command = new SqliteCommand("""SELECT max("MigrationId") FROM "__EFMigrationsHistory" """, from);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>As the migrator does; it does not know our ids when it is asked for one of them.</summary>
    private static async Task MigrateToAsync(string postgres, string last)
    {
        using var gate = new DatabaseGate(new StorageSettings { Folder = Path.GetTempPath(), Postgres = postgres });
        await using var db = gate.OpenInstallation();
        var (migrations, history) = (db.GetService<IMigrationsAssembly>(), db.GetService<IHistoryRepository>());
        var (sql, runner, connection) = (db.GetService<IMigrationsSqlGenerator>(), db.GetService<IMigrationCommandExecutor>(), db.GetService<IRelationalConnection>());
        await db.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript());
        foreach (var (id, type) in migrations.Migrations.Where(one => string.CompareOrdinal(one.Key, last) <= 0))
        {
            await runner.ExecuteNonQueryAsync(sql.Generate(migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations), connection);
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(id, "10.0")));
        }
    }

    private static async Task<List<(string Table, string Column, string Type)>> ColumnsAsync(NpgsqlConnection to)
    {
        await using var command = new NpgsqlCommand(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'", to);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string, string)>();
        while (await reader.ReadAsync())
            columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return columns;
    }

    /// <summary>SQLite has four types; PostgreSQL reads its own from the text, as EF Core writes it.</summary>
    private static async Task CopyAsync(SqliteConnection from, NpgsqlConnection to, string table, List<(string Name, string Type)> columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var select = new SqliteCommand($"SELECT {names} FROM \"{table}\"", from);
        await using var rows = await select.ExecuteReaderAsync();
        var values = string.Join(", ", columns.Select((column, i) => column.Type == "bytea" ? $"${i + 1}" : $"CAST(${i + 1} AS {column.Type})"));
        while (await rows.ReadAsync())
        {
            await using var insert = new NpgsqlCommand($"INSERT INTO \"{table}\" ({names}) VALUES ({values})", to);
            for (var i = 0; i < columns.Count; i++)
                insert.Parameters.Add(Parameter(rows.GetValue(i), columns[i].Type));
            Assert.Equal(1, await insert.ExecuteNonQueryAsync());
        }
    }

    private static NpgsqlParameter Parameter(object value, string type) => value is byte[] || type == "bytea"
        ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea }
        : new NpgsqlParameter { Value = value is DBNull ? value : Convert.ToString(value, CultureInfo.InvariantCulture), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
