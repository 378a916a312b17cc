using System.CommandLine;

namespace Ishenim.Commands;

/// <summary><c>ishenim restore</c>.</summary>
internal static class RestoreCommand
{
    public static Command Build() => new("restore");
}
