using System.Collections.Concurrent;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;

namespace Ishenim.Fuzz.Targets;

/// <summary>Staged files in memory: a hundred thousand cases would only wear out a disk.</summary>
internal sealed class MemoryStore : IAttachmentStore
{
    private readonly ConcurrentDictionary<Guid, MemoryStream> _staged = [];

    public Task<Stream> StageAsync(Guid id, CancellationToken cancellation) => Task.FromResult<Stream>(_staged[id] = new MemoryStream());

    public Task<Stream?> ReadStagedAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_staged.TryGetValue(id, out var found) ? new MemoryStream(found.ToArray()) : null);

    public Task DropStagedAsync(Guid id)
    {
        _staged.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    public IEnumerable<Guid> Staged() => _staged.Keys;

    public Task KeepAsync(SchoolId school, Guid id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Stream> ReadAsync(SchoolId school, Guid id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteAsync(SchoolId school, Guid id) => throw new NotSupportedException();

    public IAsyncEnumerable<(Guid Id, long Bytes)> ListAsync(SchoolId school, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ForgetOrderAsync(DateOnly since, CancellationToken cancellation) => throw new NotSupportedException();
}
