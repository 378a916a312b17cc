using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Storage;

/// <summary>Puts the rows of a backup into the tables, each table after those it refers to.</summary>
internal sealed class RestoredRows(IshenimDb db, DbTransaction transaction)
{
    public async Task ImportAsync(BackupReader backup, CancellationToken cancellation)
    {
        var known = BackupTables.InOrder(db).ToDictionary(table => table.Name);
        foreach (var table in backup.Manifest.Tables)
        {
            if (!Fits(known[table.Name], table.Columns))
                throw new BackupUnusableException($"its table {table.Name} has other columns than this version's");
            await ImportAsync(backup, table, cancellation);
        }
    }

    /// <summary>An older version may have had fewer columns, where what is new may be empty or has a default; and never others.</summary>
    private static bool Fits(ITable table, IReadOnlyList<BackupColumn> columns)
    {
        var known = BackupTables.ColumnsOf(table);
        return known.Where(columns.Contains).SequenceEqual(columns)
            && table.Columns.All(column => column.IsNullable || column.DefaultValue is not null || columns.Any(one => one.Name == column.Name));
    }

    private async Task ImportAsync(BackupReader backup, BackupTable table, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = BackupTables.InsertInto(table.Name, table.Columns);
        await foreach (var row in backup.RowsAsync(table, cancellation))
        {
            command.Parameters.Clear();
            try
            {
                for (var i = 0; i < table.Columns.Count; i++)
                    command.Parameters.Add(Parameter(command, i, ColumnKinds.Read(row[i], table.Columns[i].Kind)));
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or IndexOutOfRangeException or JsonException or DbException)
            {
                throw new BackupUnusableException($"a row of its table {table.Name} does not fit");
            }
        }
    }

    private static DbParameter Parameter(DbCommand command, int place, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{place}";
        parameter.Value = value;
        return parameter;
    }
}
