using System.Globalization;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Testing.Fire;

/// <summary>A row as the database gives it, in a table of which the thief knows nothing but the names.</summary>
public sealed record ThiefsRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object> Values)
{
    public static async Task<IReadOnlyList<ThiefsRow>> AllAsync(TestDatabase database)
    {
        await using var db = database.Gate.OpenInstallation();
        await db.Database.OpenConnectionAsync();
        var found = new List<ThiefsRow>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.Name}\"";
            await using var rows = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
            while (await rows.ReadAsync())
                found.Add(new ThiefsRow(table.Name, columns, [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)]));
        }
        return found;
    }

    /// <summary>The letters whose ids stand in this row, in whatever column.</summary>
    public IEnumerable<AppealId> Letters(IReadOnlySet<AppealId> known) => Values
        .Select(value => value is Guid || Guid.TryParse(value as string, out _) ? new AppealId(Guid.Parse(Text(value))) : default)
        .Where(known.Contains).Distinct();

    public Guid IdIn(string column) => Guid.Parse(Text(Values[Columns.ToList().IndexOf(column)]));

    /// <summary>What the row can be put in order by: each value, and how long each is.</summary>
    public IEnumerable<(string Where, string Key)> Keys() => Columns.Zip(Values).Where(cell => cell.Second is not DBNull).SelectMany(cell => new[]
    {
        ($"{Table}.{cell.First}", Text(cell.Second)),
        ($"length of {Table}.{cell.First}", Text((long)((cell.Second as byte[])?.Length ?? Text(cell.Second).Length))),
    });

    /// <summary>In the order of what they mean, and the same on every database.</summary>
    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime time => Text(time.Ticks),
        sbyte or short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("D20", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
