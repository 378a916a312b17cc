using System.Data.Common;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
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
            await using var db = database.OpenInstallation();
            await db.Set<School>().AnyAsync(waiting.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
