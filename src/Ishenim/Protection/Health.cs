using System.Data.Common;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ishenim.Protection;

/// <summary><c>/healthz</c>: "ok" with 200 where the database answers, "not ok" with 503 where it does not.</summary>
internal sealed class Health(DatabaseGate database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static HealthCheckOptions Options => new()
    {
        ResponseWriter = (context, report) => context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "ok\n" : "not ok\n"),
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Patience);
        try
        {
            // Without the model: a start is not to be told unwell because it builds that first.
            await database.InstallationSql().ReadAsync($"""SELECT 1 FROM "Schools" LIMIT 1""", _ => true, waiting.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
