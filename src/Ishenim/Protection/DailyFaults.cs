using System.Collections.Concurrent;
using System.Globalization;
using Ishenim.Core.Storage;

namespace Ishenim.Protection;

/// <summary>
/// Counts faults by type, in memory, and says them once a day in one line: a line at the minute of a failed request would
/// tell when somebody wrote. No path, message or address is kept.
/// </summary>
internal sealed class DailyFaults(ILogger<DailyFaults> log)
{
    private readonly ConcurrentDictionary<string, int> _counts = [];

    public void Count(Exception fault) => Count(StorageFaults.Of(fault) is { } storage ? storage.ToString() : fault.GetType().Name);

    public void Count(string kind) => _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);

    /// <summary>Writes the day's line, if there is anything to say, and begins anew.</summary>
    public void Say()
    {
        var kinds = _counts.Keys.Order(StringComparer.Ordinal).ToList();
        var said = kinds.Select(kind => _counts.TryRemove(kind, out var count) ? string.Create(CultureInfo.InvariantCulture, $"{kind}: {count}") : null)
            .Where(one => one is not null).ToList();
        if (said.Count > 0)
            log.LogWarning("Faults since the last such line: {Faults}", string.Join("; ", said));
    }
}

/// <summary>Says the faults at midnight UTC, and when the site ends.</summary>
internal sealed class DailyFaultsService(DailyFaults faults, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                await Task.Delay(now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime, time, stoppingToken);
                faults.Say();
            }
        }
        catch (OperationCanceledException)
        {
            faults.Say();
        }
    }
}
