namespace Ishenim.Core.Attachments;

/// <summary>
/// Forgets sealed files whose letter was never sent. A file's time tells only its day, so the sweep remembers, in memory,
/// what it saw the time before: what is still there then goes.
/// </summary>
public sealed class StagedSweep(IAttachmentStore store)
{
    private HashSet<Guid> _seen = [];

    /// <summary>Call it once an hour: a staged file then lives for one to two hours.</summary>
    public async Task SweepAsync()
    {
        var now = store.Staged().ToHashSet();
        foreach (var id in now.Where(_seen.Contains))
            await store.DropStagedAsync(id);
        now.ExceptWith(_seen);
        _seen = now;
    }
}
