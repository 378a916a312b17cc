namespace Ishenim.Protection;

/// <summary>What is logged: starts, stops and faults of the program. Never a request, an address, or a word anybody typed.</summary>
internal static class Logs
{
    public static void Quiet(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        // A failed request of a writer is counted per day (PublicFaults), not logged at its minute.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        logging.AddFilter("Npgsql", LogLevel.None);
        // A start that fails is said in one line by the command line.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddFilter("Ishenim", LogLevel.Information);
    }
}
