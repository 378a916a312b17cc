using Ishenim.Core.Schools;

namespace Ishenim.Core.Attachments;

/// <summary>
/// Where sealed files lie: a folder, or an object store for a country. It never sees a key or a name.
/// A file is first staged, then kept in the moment its letter is accepted.
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Opens a new staged file for writing; it is there once the stream is disposed.</summary>
    Task<Stream> StageAsync(Guid id, CancellationToken cancellation);

    /// <summary>The staged file's bytes, or null where there is none (any more).</summary>
    Task<Stream?> ReadStagedAsync(Guid id, CancellationToken cancellation);

    /// <summary>Makes a staged file the school's own, durably; it stays staged, too. Keeping it twice is harmless.</summary>
    Task KeepAsync(SchoolId school, Guid id, CancellationToken cancellation);

    /// <summary>Forgets a staged file.</summary>
    Task DropStagedAsync(Guid id);

    /// <summary>What is staged now. Times of files tell no more than the day, so whoever sweeps looks twice.</summary>
    IEnumerable<Guid> Staged();

    /// <summary>A kept file's bytes.</summary>
    /// <exception cref="FileNotFoundException">The store has lost it.</exception>
    Task<Stream> ReadAsync(SchoolId school, Guid id, CancellationToken cancellation);

    Task DeleteAsync(SchoolId school, Guid id);

    /// <summary>Every kept file of a school with its length, for backup, verify and sweeping.</summary>
    IAsyncEnumerable<(Guid Id, long Bytes)> ListAsync(SchoolId school, CancellationToken cancellation);

    /// <summary>
    /// Has the disk forget when, and in which order, the files of earlier days came, as far as it knows more than their days.
    /// </summary>
    /// <param name="since">Files of days before it are left as they are: that was done.</param>
    /// <param name="cancellation">Stops; what was begun is whole, or as it was.</param>
    Task ForgetOrderAsync(DateOnly since, CancellationToken cancellation);
}
