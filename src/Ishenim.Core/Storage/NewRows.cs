using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ishenim.Core.Storage;

/// <summary>
/// Writes many new rows at once, inside a transaction: a prepared statement a table, made from the model, instead of the
/// change tracker and a statement a row. For where a class presses Send together (docs/adr/0027).
/// </summary>
internal static class NewRows
{
    /// <summary>Rows of a table go in the order in which the first of them stands: what is referred to before what refers to it.</summary>
    public static async Task InsertAsync(this IshenimDb db, IEnumerable<object> rows)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are written only inside a transaction.");
        var tables = rows.GroupBy(row => row.GetType()).Select(table => (InsertStatement.For(db.Model.FindEntityType(table.Key)!), table));
        if (transaction.Connection!.CanCreateBatch)
            await InsertTogetherAsync(transaction, tables);
        else
            foreach (var (statement, table) in tables)
                await InsertEachAsync(transaction, statement, table);
    }

    /// <summary>To a server over the network, in one go.</summary>
    private static async Task InsertTogetherAsync(DbTransaction transaction, IEnumerable<(InsertStatement Statement, IGrouping<Type, object> Rows)> tables)
    {
        await using var batch = transaction.Connection!.CreateBatch();
        await using var maker = transaction.Connection.CreateCommand();
        batch.Transaction = transaction;
        foreach (var (statement, rows) in tables)
            foreach (var row in rows)
                batch.BatchCommands.Add(statement.Bind(batch.CreateBatchCommand(), maker, row));
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task InsertEachAsync(DbTransaction transaction, InsertStatement statement, IEnumerable<object> rows)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            statement.Bind(command, row);
            await command.ExecuteNonQueryAsync();
        }
    }
}
