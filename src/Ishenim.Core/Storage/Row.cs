using System.Data.Common;

namespace Ishenim.Core.Storage;

/// <summary>A row that was read by SQL: its values by the names of their columns, as both databases keep them.</summary>
public readonly struct Row(DbDataReader reader)
{
    public Guid Id(string column) => reader.GetGuid(At(column));

    public string Text(string column) => reader.GetString(At(column));

    public string? TextOrNull(string column) => Has(column) ? Text(column) : null;

    public int Number(string column) => reader.GetInt32(At(column));

    public int? NumberOrNull(string column) => Has(column) ? Number(column) : null;

    public long Long(string column) => reader.GetInt64(At(column));

    public bool Flag(string column) => reader.GetBoolean(At(column));

    public DateOnly Day(string column) => reader.GetFieldValue<DateOnly>(At(column));

    public DateOnly? DayOrNull(string column) => Has(column) ? Day(column) : null;

    public byte[] Bytes(string column) => reader.GetFieldValue<byte[]>(At(column));

    public bool Has(string column) => !reader.IsDBNull(At(column));

    private int At(string column) => reader.GetOrdinal(column);
}
