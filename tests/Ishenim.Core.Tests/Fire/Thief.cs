using System.Globalization;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Fire;

/// <summary>Has the whole data folder, and knows nothing of the program: takes every value of every row for what it may be.</summary>
internal sealed class Thief(TestSchool school)
{
    /// <summary>Every value in the database, with the table and column where it stands.</summary>
    public async Task<List<(string Where, object Value)>> ValuesAsync()
    {
        await using var db = school.Database.Open(school.Id);
        await db.Database.OpenConnectionAsync();
        var found = new List<(string, object)>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    found.Add(($"{table}.{rows.GetName(column)}", rows.GetValue(column)));
        }
        return found;
    }

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
