using System.CommandLine;

namespace Ishenim.Commands;

/// <summary><c>ishenim school</c>.</summary>
internal static class SchoolCommand
{
    public static Command Build() => new("school");
}
