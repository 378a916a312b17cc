using System.CommandLine;

namespace Ishenim.Commands;

/// <summary><c>ishenim backup</c>.</summary>
internal static class BackupCommand
{
    public static Command Build() => new("backup");
}
