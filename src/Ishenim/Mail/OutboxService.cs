using Ishenim.Core.Storage;
using Ishenim.Protection;

namespace Ishenim.Mail;

/// <summary>Looks into the outbox every few seconds, as long as the site runs.</summary>
internal sealed class OutboxService(
    Outbox outbox, DailyFaults faults, TimeProvider time, ILogger<OutboxService> log, MailServer? server = null) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            // Said at the start, which tells nothing of any letter; later faults are counted for the day.
            if (server is not null && !await server.AnswersAsync(stoppingToken))
                log.LogWarning("The mail server of smtp-host does not answer: notices wait");
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SendAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends; what was not sent waits in the database.
        }
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            await outbox.SendDueAsync(cancellation);
        }
        catch (Exception fault) when (StorageFaults.IsPassing(fault))
        {
            // The database is away: the next round finds the same rows.
            faults.Count(fault);
        }
    }
}
