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

    /// <summary>How often it is tried again where somebody reads the database for long, a backup say.</summary>
    private const int Tries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private DateOnly? _done;

    /// <summary>Call it once a day.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        for (var tries = 1; !await database.Upkeep.ForgetOrderAsync() && tries < Tries; tries++)
            await Task.Delay(Pause, time, cancellation);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        // A clock that ran ahead for a while shall not keep it from its work.
        var since = _done is { } done && done <= today ? done : today.AddDays(-DaysBeforeTheStart);
        // A file of the day before the last sweep may have been sent after it.
        await store.ForgetOrderAsync(since.AddDays(-1), cancellation);
        _done = today;
    }
}
