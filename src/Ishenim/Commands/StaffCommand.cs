using System.CommandLine;

namespace Ishenim.Commands;

/// <summary><c>ishenim staff</c>.</summary>
internal static class StaffCommand
{
    public static Command Build() => new("staff");
}
