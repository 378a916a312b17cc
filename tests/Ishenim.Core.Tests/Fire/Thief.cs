using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Testing.Fire;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Fire;

/// <summary>Has the whole data folder, and knows nothing of the program: takes every value of every row for what it may be.</summary>
internal sealed class Thief(TestSchool school)
{
    /// <summary>The moments that a value may mean: a date with its time; seconds, milliseconds or ticks since an epoch; an id that holds a time.</summary>
    public static IEnumerable<DateTimeOffset> MomentsIn(object value) => value switch
    {
        DateTime time => [new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))],
        Guid id => MomentsIn(id),
        string text when Guid.TryParse(text, out var id) => MomentsIn(id),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => [time],
        long number => MomentsIn(number),
        _ => [],
    };

    /// <summary>Stored files and their folders, with the times that they show.</summary>
    public IEnumerable<(string Name, DateTime Changed, DateTime Read)> Files() =>
        new[] { "files", "staging" }.Select(name => new DirectoryInfo(Path.Combine(school.Database.Folder, name)))
            .SelectMany(folder => folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(folder))
            // A folder's time of reading moves with everybody who looks into it, the thief too.
            .Select(one => (one.Name, one.LastWriteTimeUtc, one is FileInfo ? one.LastAccessTimeUtc : one.LastWriteTimeUtc));

    /// <summary>The letters in the order that a query gives them.</summary>
    public async Task<List<AppealId>> OrderAsync(string query)
    {
        await using var db = school.Database.Open(school.Id);
        var ids = await db.Database.SqlQueryRaw<Guid>(query).ToListAsync();
        return [.. ids.Distinct().Select(id => new AppealId(id))];
    }

    /// <summary>The letters in the order of each column of each table that names them, by value and by length.</summary>
    public static IEnumerable<ThiefsOrder> ByColumns(IEnumerable<ThiefsRow> rows, IReadOnlySet<AppealId> letters) => rows
        .SelectMany(row => row.Letters(letters).SelectMany(letter => row.Keys().Select(key => (key.Where, key.Key, Letter: letter))))
        .GroupBy(cell => cell.Where).Select(column => new ThiefsOrder(column.Key, [.. column
            .OrderBy(cell => cell.Key, StringComparer.Ordinal).ThenBy(cell => cell.Letter.Value).Select(cell => cell.Letter).Distinct()]));

    /// <summary>The letters in the order of what the file system tells of their files.</summary>
    public async Task<List<ThiefsOrder>> ByFilesAsync(IEnumerable<ThiefsRow> rows)
    {
        var letterOf = rows.Where(row => row.Table == "Attachments").ToDictionary(row => row.IdIn("Id"), row => new AppealId(row.IdIn("Appeal")));
        var traces = await FileTrace.AllAsync(Path.Combine(school.Database.Folder, "files"));
        return
        [
            By("place in the listing", trace => trace.Place), By("number", trace => trace.Number), By("change", trace => trace.Changed), By("birth", trace => trace.Born),
        ];

        ThiefsOrder By<T>(string where, Func<FileTrace, T> key) =>
            new($"{where} of files", [.. traces.OrderBy(key).ThenBy(trace => trace.File).Select(trace => letterOf[trace.File]).Distinct()]);
    }

    /// <summary>The letters in the order in which their bytes lie in the database and all that lies beside it.</summary>
    public IEnumerable<ThiefsOrder> ByBytes(IEnumerable<ThiefsRow> rows, IReadOnlySet<AppealId> letters)
    {
        var places = new RawPlaces(rows, letters);
        return Directory.GetFiles(school.Database.Folder).SelectMany(places.Orders);
    }

    private static IEnumerable<DateTimeOffset> MomentsIn(Guid id)
    {
        if (id.Version is not (1 or 6 or 7))
            return [];
        var bytes = id.ToByteArray(bigEndian: true);
        return MomentsIn(((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24) | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5]);
    }

    private static IEnumerable<DateTimeOffset> MomentsIn(long number) => number switch
    {
        > 1_700_000_000 and < 2_000_000_000 => [DateTimeOffset.FromUnixTimeSeconds(number)],
        > 1_700_000_000_000 and < 2_000_000_000_000 => [DateTimeOffset.FromUnixTimeMilliseconds(number)],
        > 630_000_000_000_000_000 and < 650_000_000_000_000_000 => [new DateTimeOffset(number, TimeSpan.Zero)],
        _ => [],
    };
}
