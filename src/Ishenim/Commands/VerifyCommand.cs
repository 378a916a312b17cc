using System.CommandLine;

namespace Ishenim.Commands;

/// <summary><c>ishenim verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Build() => new("verify");
}
