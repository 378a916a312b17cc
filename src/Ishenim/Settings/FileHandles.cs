using System.Globalization;

namespace Ishenim.Settings;

/// <summary>
/// How many files and connections the system lets this process have open. The runtime takes two for each thread it starts and
/// ends the program where there are none (https://github.com/dotnet/runtime/pull/74791), so connections never get them all.
/// </summary>
internal static class FileHandles
{
    private const string Limits = "/proc/self/limits";
    private const string OpenFiles = "Max open files";

    /// <summary>Its assemblies, two handles each, its logs and what its threads want: 310 at rest.</summary>
    private const int Own = 400;

    /// <summary>The connection, a file of its letter, and the database's.</summary>
    private const int EachConnection = 3;

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
