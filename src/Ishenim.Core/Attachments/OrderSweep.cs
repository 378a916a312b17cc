using Ishenim.Core.Storage;

namespace Ishenim.Core.Attachments;

/// <summary>
/// Who takes the disk finds in the order of pages, and in what a file system keeps of a file, when something came between two
/// acts of staff: after this it is so of the last day only.
/// </summary>
public sealed class OrderSweep(DatabaseGate database, IAttachmentStore store, TimeProvider time)
{
    /// <summary>What a program that did not run for a while may have left.</summary>
    private const int DaysBeforeTheStart = 7;

    private DateOnly? _done;

    /// <summary>Call it once a day.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await store.ForgetOrderAsync(_done ?? today.AddDays(-DaysBeforeTheStart), cancellation);
        _done = today;
        await database.ForgetOrderAsync();
    }
}
