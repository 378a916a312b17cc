using System.Runtime.InteropServices;
using System.Text;
using Ishenim.Core.Appeals;

namespace Ishenim.Testing.Fire;

/// <summary>
/// Where in a file, taken as bytes, something of each letter lies: a page and a place in it that rows were given as they came.
/// Looks for the last 16 bytes of every long value of a row that names a letter, in pages of tables and indexes, beyond them,
/// in free ones and in the write-ahead log. Not for the letters' own ids, which stand in the journal too, line after line.
/// </summary>
public sealed class RawPlaces
{
    private readonly Dictionary<UInt128, (string Where, AppealId Letter)> _known = [];

    public RawPlaces(IEnumerable<ThiefsRow> rows, IReadOnlySet<AppealId> letters)
    {
        var several = new HashSet<UInt128>();
        foreach (var row in rows)
            foreach (var letter in row.Letters(letters))
                foreach (var (column, value) in row.Columns.Zip(row.Values))
                    if (!IsLetter(value, letters) && Ending(value) is { } ending && !_known.TryAdd(ending, ($"{row.Table}.{column}", letter)) && _known[ending].Letter != letter)
                        several.Add(ending);
        foreach (var ending in several)
            _known.Remove(ending);
    }

    /// <summary>The letters in the order in which the first, and the last, of them is found, for each column.</summary>
    public IEnumerable<ThiefsOrder> Orders(string file)
    {
        var found = Find(File.ReadAllBytes(file)).ToList();
        return Orders($"first in {Path.GetFileName(file)}", found).Concat(Orders($"last in {Path.GetFileName(file)}", Enumerable.Reverse(found)));
    }

    private static IEnumerable<ThiefsOrder> Orders(string which, IEnumerable<(string Where, AppealId Letter)> found) =>
        found.GroupBy(hit => hit.Where).Select(column => new ThiefsOrder($"{which}: {column.Key}", [.. column.Select(hit => hit.Letter).Distinct()]));

    private IEnumerable<(string Where, AppealId Letter)> Find(byte[] bytes)
    {
        for (var at = 0; at + 16 <= bytes.Length; at++)
            if (_known.TryGetValue(MemoryMarshal.Read<UInt128>(bytes.AsSpan(at)), out var hit))
                yield return hit;
    }

    private static bool IsLetter(object value, IReadOnlySet<AppealId> letters) => Guid.TryParse(value as string, out var id) && letters.Contains(new AppealId(id));

    private static UInt128? Ending(object value)
    {
        var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(value as string ?? "");
        return bytes.Length < 16 ? null : MemoryMarshal.Read<UInt128>(bytes.AsSpan(bytes.Length - 16));
    }
}
