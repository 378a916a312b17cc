using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Storage;

/// <summary>Which tables a backup takes: all but those whose rows must not outlive the machine.</summary>
internal static class BackupTables
{
    /// <summary>Sessions and what recognises a browser, keys of cookies, links that let somebody in, and notices with addresses.</summary>
    public static readonly IReadOnlySet<string> LeftOut = new HashSet<string> { "StaffSessions", "KnownDevices", "ProtectionKeys", "Invitations", "OutboxMails" };

    /// <summary>Each table after those it refers to.</summary>
    public static List<ITable> InOrder(IshenimDb db)
    {
        var left = db.Model.GetRelationalModel().Tables.Where(table => !LeftOut.Contains(table.Name)).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Find(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable)))
                ?? throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", left.Select(table => table.Name))}");
            ordered.Add(next);
            left.Remove(next);
        }
        return ordered;
    }

    public static IReadOnlyList<BackupColumn> ColumnsOf(ITable table) =>
        table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)
            .Select(column => new BackupColumn(column.Name, ColumnKinds.Of(column.ProviderClrType))).ToList();

    /// <summary>Names come from our own model or were held against it: never from a stranger.</summary>
    public static string SelectFrom(ITable table, IEnumerable<BackupColumn> columns) =>
        $"SELECT {string.Join(", ", columns.Select(column => Quoted(column.Name)))} FROM {Quoted(table.Name)} ORDER BY {string.Join(", ", table.PrimaryKey!.Columns.Select(column => Quoted(column.Name)))}";

    public static string InsertInto(string table, IReadOnlyList<BackupColumn> columns) => InsertInto(table, columns.Select(column => column.Name));

    /// <summary>With parameters <c>@p0</c>, <c>@p1</c> … in the order of the columns.</summary>
    public static string InsertInto(string table, IEnumerable<string> columns) =>
        $"INSERT INTO {Quoted(table)} ({string.Join(", ", columns.Select(Quoted))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";

    private static string Quoted(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? $"\"{name}\""
        : throw new BackupUnusableException("it names a table or column that there cannot be");
}
