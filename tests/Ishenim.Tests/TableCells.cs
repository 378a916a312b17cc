using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Tests;

/// <summary>One value of one row, as the database gives it; <see cref="Column"/> is such as "Parts.AppearsAt".</summary>
internal sealed record Cell(string Column, object Value, DateTime? Moment)
{
    /// <summary>The word as text or in bytes, as it is, in UTF-16, in base 64 or in hexadecimal digits.</summary>
    public bool Holds(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        if (Value is byte[] bytes)
            return bytes.AsSpan().IndexOf(utf8) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
        return Value is string text && (text.Contains(word, StringComparison.Ordinal)
            || text.Contains(Escaped(word), StringComparison.OrdinalIgnoreCase)
            || text.Contains(Convert.ToHexString(utf8), StringComparison.OrdinalIgnoreCase)
            || text.Contains(Convert.ToBase64String(utf8)[..^4], StringComparison.Ordinal));
    }

    /// <summary>A text or a number from which this instant could be read, whatever it counts in.</summary>
    public bool TellsTimeOf(DateTime instant)
    {
        var since = new DateTimeOffset(instant, TimeSpan.Zero);
        long[] counts = [since.ToUnixTimeSeconds(), since.ToUnixTimeMilliseconds(), since.ToUnixTimeSeconds() / 60, instant.Ticks];
        return Value switch
        {
            string text => text.Contains($"{instant:HH:mm}", StringComparison.Ordinal) || text.Contains($"{instant.AddHours(6):HH:mm}", StringComparison.Ordinal),
            long or int => counts.Any(count => Math.Abs(Convert.ToInt64(Value, CultureInfo.InvariantCulture) - count) < count / 1_000_000),
            _ => false,
        };
    }

    /// <summary>As JSON writes letters that it does not trust.</summary>
    private static string Escaped(string word) => string.Concat(word.Select(letter => letter < 128 ? $"{letter}" : $"\\u{(int)letter:x4}"));
}

/// <summary>Every row of every table, straight from the database.</summary>
internal static class TableCells
{
    public static async Task<IReadOnlyList<Cell>> ReadAsync(TestDatabase database)
    {
        await using var db = database.Gate.OpenInstallation();
        await db.Database.OpenConnectionAsync();
        var cells = new List<Cell>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.Name}\"";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
                cells.AddRange(Enumerable.Range(0, row.FieldCount).Where(i => !row.IsDBNull(i)).Select(i => CellOf(table, row, i)));
        }
        return cells;
    }

    public static IReadOnlyList<string> MomentColumns(TestDatabase database)
    {
        using var db = database.Gate.OpenInstallation();
        return db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns.Where(IsMoment).Select(column => $"{table.Name}.{column.Name}")).ToList();
    }

    private static Cell CellOf(ITable table, DbDataReader row, int place)
    {
        var name = row.GetName(place);
        var moment = IsMoment(table.FindColumn(name)!);
        return new Cell($"{table.Name}.{name}", moment ? "" : row.GetValue(place), moment ? DateTime.SpecifyKind(row.GetDateTime(place), DateTimeKind.Utc) : null);
    }

    private static bool IsMoment(IColumn column) =>
        (Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType) is var type
        && (type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeOnly) || type == typeof(TimeSpan));
}
