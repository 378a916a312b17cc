using System.Globalization;

namespace Ishenim.Settings;

/// <summary>
/// How many files and connections the system lets this process have open. The runtime takes two for each thread it starts and
/// ends the program where there are none (https://github.com/dotnet/runtime/pull/74791), so connections are not to get them all.
/// </summary>
internal static class FileHandles
{
    private const string Limits = "/proc/self/limits";
    private const string OpenFiles = "Max open files";

    /// <summary>At rest 310, most of them assemblies with two each; the others are for its threads, and for connections that are taken only to be refused.</summary>
    private const int Own = 512;

    /// <summary>The connection, a file of its letter, the thread that writes a large one, and the database's.</summary>
    private const int EachConnection = 5;

    private const int FewestConnections = 16;

    /// <summary>How many connections may be open at once; null: the system names no limit.</summary>
    public static long? Connections() => File.Exists(Limits) ? Connections(File.ReadLines(Limits)) : null;

    /// <param name="limits">The lines of proc(5)'s <c>limits</c>: name, soft limit, hard limit, unit.</param>
    internal static long? Connections(IEnumerable<string> limits)
    {
        var soft = limits.FirstOrDefault(line => line.StartsWith(OpenFiles, StringComparison.Ordinal))?[OpenFiles.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var handles) ? Math.Max(FewestConnections, (handles - Own) / EachConnection) : null;
    }
}
