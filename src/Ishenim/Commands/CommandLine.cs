using System.CommandLine;
using System.Data.Common;
using Ishenim.Sealing;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary>What a person can type after <c>ishenim</c>.</summary>
public static class CommandLine
{
    // Longer than the site takes to end, so that a request in flight is finished and a half-written file removed.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(4.8);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Ishenim: the trust mail of a school.");
        Command[] commands =
        [
            ServeCommand.Build(), SchoolCommand.Build(), StaffCommand.Build(),
            BackupCommand.Build(), RestoreCommand.Build(), VerifyCommand.Build(),
        ];
        foreach (var command in commands)
            root.Add(command);
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Ending });
        }
        catch (CommandException refused)
        {
            return await SayAsync(refused.Message, refused.ExitCode);
        }
        catch (Exception wrong) when (wrong is SettingsException or SodiumMissingException)
        {
            return await SayAsync(wrong.Message, 2);
        }
        catch (DbException fault)
        {
            return await SayAsync($"the database failed: {fault.Message.ReplaceLineEndings(" ")}", 1);
        }
        catch (OperationCanceledException)
        {
            return await SayAsync("ended before it was done", 130);
        }
    }

    private static async Task<int> SayAsync(string line, int exitCode)
    {
        await Console.Error.WriteLineAsync($"ishenim: {line}");
        return exitCode;
    }
}
