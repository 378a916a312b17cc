using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Storage;

/// <summary>Puts the files of a backup into the store, and takes them out again unless they are told to stay.</summary>
internal sealed class RestoredFiles(IAttachmentStore store) : IAsyncDisposable
{
    private readonly List<(SchoolId School, Guid Id)> _kept = [];

    public async Task ImportAsync(BackupReader backup, CancellationToken cancellation)
    {
        foreach (var school in backup.Manifest.Heads.Select(head => new SchoolId(head.School)).Distinct())
            await ClearAsync(school, cancellation);
        await foreach (var file in backup.FilesAsync(cancellation))
        {
            var school = new SchoolId(file.School);
            await store.DropStagedAsync(file.Id);
            await using (var source = backup.OpenFile(file))
            await using (var target = await store.StageAsync(file.Id, cancellation))
                await source.CopyToAsync(target, cancellation);
            await store.KeepAsync(school, file.Id, cancellation);
            await store.DropStagedAsync(file.Id);
            _kept.Add((school, file.Id));
        }
    }

    /// <summary>What a restore left that was killed: there is no school here, so no file can be anybody's.</summary>
    private async Task ClearAsync(SchoolId school, CancellationToken cancellation)
    {
        await foreach (var (id, _) in store.ListAsync(school, cancellation))
            await store.DeleteAsync(school, id);
    }

    public void Stay() => _kept.Clear();

    public async ValueTask DisposeAsync()
    {
        foreach (var (school, id) in _kept)
            await store.DeleteAsync(school, id);
    }
}
