using System.Data.Common;
using System.Globalization;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ishenim.Core.Storage;

/// <summary>
/// Reads by SQL what the writers' pages show, without the model: that takes most of a start to build, and a page that was asked
/// for meanwhile would wait for it (docs/adr/0029). No filter keeps schools apart here: each query names its own.
/// </summary>
public abstract class SchoolSql(SchoolId school)
{
    /// <summary>The school whose rows are to be read.</summary>
    public SchoolId School { get; } = school;

    /// <param name="sql">What stands in braces goes to the database as a parameter.</param>
    /// <param name="read">Makes something of each row, while it is read.</param>
    /// <param name="cancellation">For who does not wait.</param>
    public abstract Task<IReadOnlyList<T>> ReadAsync<T>(FormattableString sql, Func<Row, T> read, CancellationToken cancellation = default);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(DbConnection connection, DbTransaction? transaction, FormattableString sql, Func<Row, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", sql.GetArgument(i) ?? DBNull.Value);
            command.Parameters.Add(parameter);
            names[i] = parameter.ParameterName;
        }
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation))
            found.Add(read(new Row(reader)));
        return found;
    }

    /// <summary>Each query on a connection of its own.</summary>
    internal sealed class Committed(Connections connections, SchoolId school) : SchoolSql(school)
    {
        public override async Task<IReadOnlyList<T>> ReadAsync<T>(FormattableString sql, Func<Row, T> read, CancellationToken cancellation = default)
        {
            await using var connection = await connections.OpenAsync(cancellation);
            return await ReadAsync(connection, null, sql, read, cancellation);
        }
    }

    /// <summary>As that context sees them, inside its transaction.</summary>
    internal sealed class Within(IshenimDb db) : SchoolSql(db.School)
    {
        public override async Task<IReadOnlyList<T>> ReadAsync<T>(FormattableString sql, Func<Row, T> read, CancellationToken cancellation = default)
        {
            await db.Database.OpenConnectionAsync(cancellation);
            try
            {
                return await ReadAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), sql, read, cancellation);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
