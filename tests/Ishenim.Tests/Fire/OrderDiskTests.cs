using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Testing.Fire;

namespace Ishenim.Tests.Fire;

/// <summary>
/// On a file system that hands a free number (inode) to the next file: written anew one by one, each file would get the number of the one
/// before it by name, and whoever knows that could put them back into the order in which they came.
/// </summary>
public sealed class OrderDiskTests
{
    [Fact]
    public async Task SweepAsync_ManyFilesOnExt4_NoneHasTheNumberThatAnotherHad()
    {
        using var disk = SmallDisk.Mount();
        var (time, school) = (new StoppedClock(), SchoolId.New());
        var store = new FolderStore(disk.Folder, time);
        for (var i = 0; i < 40; i++)
        {
            var id = Guid.NewGuid();
            await using (var file = await store.StageAsync(id, CancellationToken.None))
                await file.WriteAsync(new Dice(i, 0).Bytes(20_000));
            await store.KeepAsync(school, id, CancellationToken.None);
            await store.DropStagedAsync(id);
        }
        var kept = Path.Combine(disk.Folder, "files");
        var before = await FileTrace.AllAsync(kept);
        time.Pass(TimeSpan.FromDays(1));

        await store.ForgetOrderAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-2), CancellationToken.None);

        var after = await FileTrace.AllAsync(kept);
        Assert.Equal(before.Select(file => file.File).Order(), after.Select(file => file.File).Order());
        Assert.Empty(before.Select(file => file.Number).Intersect(after.Select(file => file.Number)));
    }
}
