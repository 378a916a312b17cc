using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ishenim.Core.Storage;

/// <summary>The INSERT of a table as the model has it, its owned values among its columns.</summary>
internal sealed class InsertStatement
{
    private static readonly ConcurrentDictionary<IEntityType, InsertStatement> Made = [];

    private readonly string _sql;
    private readonly Column[] _columns;

    private InsertStatement(IEntityType type)
    {
        _columns = [.. OwnColumns(type), .. type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()).SelectMany(OwnedColumns)];
        _sql = BackupTables.InsertInto(type.GetTableName()!, _columns.Select(column => column.Name));
    }

    public static InsertStatement For(IEntityType type) => Made.GetOrAdd(type, one => new InsertStatement(one));

    /// <summary>The command with that row's values; the first time it is prepared, too.</summary>
    public void Bind(DbCommand command, object row)
    {
        if (command.Parameters.Count > 0)
        {
            for (var i = 0; i < _columns.Length; i++)
                command.Parameters[i].Value = _columns[i].Stored(row) ?? DBNull.Value;
            return;
        }
        command.CommandText = _sql;
        for (var i = 0; i < _columns.Length; i++)
            command.Parameters.Add(_columns[i].Parameter(command, i, row));
        command.Prepare();
    }

    /// <param name="command">Of a batch.</param>
    /// <param name="maker">Makes parameters; it is not run.</param>
    /// <param name="row">Whose values it gets.</param>
    public DbBatchCommand Bind(DbBatchCommand command, DbCommand maker, object row)
    {
        command.CommandText = _sql;
        for (var i = 0; i < _columns.Length; i++)
            command.Parameters.Add(_columns[i].Parameter(maker, i, row));
        return command;
    }

    private static IEnumerable<Column> OwnColumns(IEntityType type) => type.GetProperties().Select(property => new Column(property, row => row));

    /// <summary>Owned values stand in the owner's row; the key is the owner's.</summary>
    private static IEnumerable<Column> OwnedColumns(INavigation owned) => owned.TargetEntityType.GetProperties()
        .Where(property => !property.IsPrimaryKey()).Select(property => new Column(property, owned.GetGetter().GetClrValue));

    private sealed class Column(IProperty property, Func<object, object?> holder)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public string Name { get; } = property.GetTableColumnMappings().Single().Column.Name;

        public DbParameter Parameter(DbCommand command, int place, object row) => _mapping.CreateParameter(command, $"@p{place}", Value(row), nullable: true);

        /// <summary>As the database has it.</summary>
        public object? Stored(object row) => Value(row) is { } value && _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : Value(row);

        private object? Value(object row) => holder(row) is { } values ? _getter.GetClrValue(values) : null;
    }
}
