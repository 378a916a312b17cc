using System.Diagnostics;
using System.Text;

namespace Ishenim.Tests;

/// <summary>The executable itself, as a process of its own, without any ISHENIM_ variable but those that the test gives.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private const string Serves = "Ishenim serves on ";

    /// <summary>As <c>./run</c> builds it, where <c>./test</c> names that: it starts in half the time. Else the one beside the tests.</summary>
    public static readonly string Executable = Environment.GetEnvironmentVariable("TESTED_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "ishenim");

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended: {Said}"));
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>All that it has printed so far, on both of its outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public static RunningProgram Start(params string[] arguments) => Start(Path.GetTempPath(), [], arguments);

    /// <summary>Runs <c>ishenim</c> with these arguments; <paramref name="temporary"/> is what it takes for /tmp.</summary>
    public static RunningProgram Start(string temporary, IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments) =>
        StartCommand(temporary, variables, [Executable, .. arguments]);

    /// <summary>The same, where the command first sets a limit and then becomes <see cref="Executable"/>.</summary>
    public static RunningProgram StartCommand(string temporary, IEnumerable<KeyValuePair<string, string>> variables, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ISHENIM_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["TMPDIR"] = temporary;
        // As ./run and the systemd unit do: no socket through which the memory could be read.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new RunningProgram(start);
    }

    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        await using var running = Start(arguments);
        return (await running.EndAsync(TimeSpan.FromSeconds(60)), running.Said);
    }

    /// <summary>Where it serves, once it does.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var waiting = new CancellationTokenSource(patience);
        // Waits for the last of what it prints, too.
        await _process.WaitForExitAsync(waiting.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as Ctrl-C and systemd do, and waits; returns its exit code.</summary>
    public Task<int> EndAsync()
    {
        Signal("TERM");
        return EndAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (line.StartsWith(Serves, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Serves.Length..]));
    }
}
