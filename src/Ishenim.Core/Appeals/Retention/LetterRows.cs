using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>
/// Destroys what lies in the database of the letters of a list. Every table that refers to a letter by a foreign key is of
/// its content, also one that a later version adds; the letter's own row keeps its line of the register and nothing sealed.
/// </summary>
internal static class LetterRows
{
    /// <summary>What finds a letter by its code opens nothing without grants, and lets its writer be told; it ends with the code.</summary>
    private const string Kept = "WriterKeys";

    /// <summary>Tables of letters' content, each before those it refers to.</summary>
    public static IReadOnlyList<(string Table, string Column)> Tables(IshenimDb db) =>
        [.. BackupTables.InOrder(db).AsEnumerable().Reverse().Where(table => table.Name != Kept).Select(table => (table.Name, Column: ColumnOf(table))).Where(one => one.Column is not null).Select(one => (one.Name, one.Column!))];

    /// <returns>The files that are to be deleted once this is committed.</returns>
    public static async Task<IReadOnlyList<Guid>> DestroyAsync(this IshenimDb db, Guid destruction)
    {
        var files = await db.Set<Attachment>().AsNoTracking()
            .Where(file => db.Set<DestructionItem>().Any(item => item.Destruction == destruction && item.Appeal == file.Appeal)).Select(file => file.Id).ToListAsync();
        foreach (var (table, column) in Tables(db))
            await db.Database.ExecuteSqlRawAsync(Delete(table, column), db.School.Value, destruction);
        await db.Set<Appeal>().Where(appeal => db.Set<DestructionItem>().Any(item => item.Destruction == destruction && item.Appeal == appeal.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(appeal => appeal.Sealed, Array.Empty<byte>()).SetProperty(appeal => appeal.Epoch, 0)
                .SetProperty(appeal => appeal.WrittenAfterClosing, (DateOnly?)null).SetProperty(appeal => appeal.Version, appeal => appeal.Version + 1));
        return files;
    }

    /// <summary>Names come from our own model.</summary>
    private static string Delete(string table, string column) => string.Create(null,
        $$"""DELETE FROM "{{table}}" WHERE "School" = {0} AND "{{column}}" IN (SELECT "Appeal" FROM "DestructionItems" WHERE "School" = {0} AND "Destruction" = {1})""");

    private static string? ColumnOf(ITable table) => table.ForeignKeyConstraints.Where(key => key.PrincipalTable.Name == "Appeals")
        .Select(key => key.Columns.Single(column => column.Name != "School").Name).FirstOrDefault();
}
