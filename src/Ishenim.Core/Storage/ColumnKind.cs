using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ishenim.Core.Storage;

/// <summary>The kinds of values that a backup knows, whatever the database calls them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnKind>))]
public enum ColumnKind
{
    Id,
    Text,
    Number,
    Flag,
    Bytes,

    /// <summary>UTC, to the tick.</summary>
    Moment,
    Day,
}

internal static class ColumnKinds
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DayForm = "yyyy-MM-dd";

    public static ColumnKind Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var one when one == typeof(Guid) => ColumnKind.Id,
        var one when one == typeof(string) => ColumnKind.Text,
        var one when one == typeof(byte) || one == typeof(short) || one == typeof(int) || one == typeof(long) => ColumnKind.Number,
        var one when one == typeof(bool) => ColumnKind.Flag,
        var one when one == typeof(byte[]) => ColumnKind.Bytes,
        var one when one == typeof(DateTime) => ColumnKind.Moment,
        var one when one == typeof(DateOnly) => ColumnKind.Day,
        var other => throw new NotSupportedException($"A backup knows no columns of {other.Name} yet."),
    };

    public static void Write(this Utf8JsonWriter json, DbDataReader row, int column, ColumnKind kind)
    {
        if (row.IsDBNull(column))
            json.WriteNullValue();
        else if (kind == ColumnKind.Number)
            json.WriteNumberValue(Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture));
        else if (kind == ColumnKind.Flag)
            json.WriteBooleanValue(row.GetBoolean(column));
        else if (kind == ColumnKind.Bytes)
            json.WriteBase64StringValue(row.GetFieldValue<byte[]>(column));
        else
            json.WriteStringValue(TextOf(row, column, kind));
    }

    /// <exception cref="FormatException">The value is not of that kind.</exception>
    public static object Read(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? DBNull.Value : kind switch
    {
        ColumnKind.Id => value.GetGuid(),
        ColumnKind.Text => value.GetString()!,
        ColumnKind.Number => value.GetInt64(),
        ColumnKind.Flag => value.GetBoolean(),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        ColumnKind.Moment => DateTime.ParseExact(value.GetString()!, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, DayForm, CultureInfo.InvariantCulture),
        _ => throw new FormatException("The backup names a kind of column that there is not."),
    };

    private static string TextOf(DbDataReader row, int column, ColumnKind kind) => kind switch
    {
        ColumnKind.Id => row.GetGuid(column).ToString("D"),
        ColumnKind.Moment => row.GetDateTime(column).ToString(MomentForm, CultureInfo.InvariantCulture),
        ColumnKind.Day => row.GetFieldValue<DateOnly>(column).ToString(DayForm, CultureInfo.InvariantCulture),
        _ => row.GetString(column),
    };
}
