namespace Ishenim.Commands;

/// <summary>A command cannot do what it was asked; one line says why.</summary>
internal sealed class CommandException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
