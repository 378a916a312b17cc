using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Appeals.Retention;

/// <summary>A store from which nothing can be deleted.</summary>
internal sealed class BrokenStore(IAttachmentStore store) : IAttachmentStore
{
    public Task<Stream> StageAsync(Guid id, CancellationToken cancellation) => store.StageAsync(id, cancellation);

    public Task<Stream?> ReadStagedAsync(Guid id, CancellationToken cancellation) => store.ReadStagedAsync(id, cancellation);

    public Task KeepAsync(SchoolId school, Guid id, CancellationToken cancellation) => store.KeepAsync(school, id, cancellation);

    public Task DropStagedAsync(Guid id) => store.DropStagedAsync(id);

    public IEnumerable<Guid> Staged() => store.Staged();

    public Task<Stream> ReadAsync(SchoolId school, Guid id, CancellationToken cancellation) => store.ReadAsync(school, id, cancellation);

    public Task DeleteAsync(SchoolId school, Guid id) => throw new IOException("read-only");

    public IAsyncEnumerable<(Guid Id, long Bytes)> ListAsync(SchoolId school, CancellationToken cancellation) => store.ListAsync(school, cancellation);

    public Task ForgetOrderAsync(DateOnly since, CancellationToken cancellation) => store.ForgetOrderAsync(since, cancellation);
}
