using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Retention;

/// <summary>What was destroyed is in no byte of the data folder: neither in the database and its log, nor among the files.</summary>
public sealed class DestroyedBytesTests
{
    [Fact]
    public async Task ApproveAsync_Sqlite_NoFileHoldsASealedByteOfIt()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        for (var i = 0; i < 5; i++)
            await retention.ClosedAsync($"Жок болгон {i} " + new string('а', 3000));
        retention.PassYears(6);
        // Neighbours on the same pages, which stay.
        var stays = (await retention.ClosedAsync("Калган кат")).Id;
        var (gone, kept) = (await SecretsAsync(retention.School, id => id != stays), await SecretsAsync(retention.School, id => id == stays));
        var before = Disk(database.Folder);
        Assert.All(gone.Concat(kept), secret => Assert.True(IsIn(before, secret), "the test does not see what is there"));

        await retention.DestroyAsync();

        var after = Disk(database.Folder);
        Assert.All(gone, secret => Assert.False(IsIn(after, secret), "a sealed row is still on the disk"));
        Assert.All(kept, secret => Assert.True(IsIn(after, secret)));
    }

    /// <summary>A piece from the middle of every sealed row and file of these letters: random bytes that stand nowhere else.</summary>
    private static async Task<List<byte[]>> SecretsAsync(TestSchool school, Func<AppealId, bool> of)
    {
        await using var db = school.Database.Open(school.Id);
        var rows = (await db.Set<Part>().AsNoTracking().Select(part => new { part.Appeal, part.Sealed }).ToListAsync()).ConvertAll(row => (row.Appeal, row.Sealed));
        rows.AddRange((await db.Set<Grant>().AsNoTracking().ToListAsync()).Select(row => (row.Appeal, row.Sealed)));
        rows.AddRange((await db.Set<Attachment>().AsNoTracking().ToListAsync()).Select(row => (row.Appeal, row.SealedName)));
        rows.AddRange((await db.Set<Appeal>().AsNoTracking().ToListAsync()).Select(row => (row.Id, row.Sealed)));
        foreach (var file in await db.Set<Attachment>().AsNoTracking().ToListAsync())
        {
            await using var stream = await school.Files.ReadAsync(school.Id, file.Id, CancellationToken.None);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            rows.Add((file.Appeal, bytes.ToArray()));
        }
        // From the end: its beginning is a header, and a long row goes on on pages of its own.
        return rows.Where(row => of(row.Appeal)).Select(row => row.Sealed[^24..]).ToList();
    }

    private static bool IsIn(List<byte[]> files, byte[] secret) => files.Exists(file => file.AsSpan().IndexOf(secret) >= 0);

    /// <summary>The log first: closing the last connection moves what it holds into the database and deletes it.</summary>
    private static List<byte[]> Disk(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).OrderByDescending(path => path.EndsWith("-wal", StringComparison.Ordinal)).Select(Read).ToList();

    private static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
