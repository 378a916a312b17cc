using System.CommandLine;
using Ishenim.Sealing;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary>What a person can type after <c>ishenim</c>.</summary>
public static class CommandLine
{
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
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync($"ishenim: {wrong.Message}");
            return 2;
        }
        catch (SodiumMissingException missing)
        {
            await Console.Error.WriteLineAsync($"ishenim: {missing.Message}");
            return 2;
        }
    }
}
