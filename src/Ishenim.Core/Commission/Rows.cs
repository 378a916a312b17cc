using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Commission;

/// <summary>A short list that belongs to one row and is never searched: kept as JSON in one column.</summary>
internal static class Rows<T>
{
    public static readonly ValueComparer<IReadOnlyList<T>> Comparer = new(
        (one, other) => Write(one!) == Write(other!), list => Write(list).GetHashCode(StringComparison.Ordinal), list => list);

    private static string Write(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    private static List<T> Read(string json) => JsonSerializer.Deserialize<List<T>>(json)!;

    internal sealed class Converter() : ValueConverter<IReadOnlyList<T>, string>(list => Write(list), json => Read(json));
}
