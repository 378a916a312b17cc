using System.Diagnostics;
using System.Text;

namespace Ishenim.Tests;

/// <summary>The executable itself, as a process with a data folder and a temporary folder of its own.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended: {Said}"));
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

    /// <summary>Runs <c>ishenim</c> with these arguments; <paramref name="temporary"/> is what it takes for /tmp.</summary>
    public static RunningProgram Start(string temporary, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ishenim"), arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["TMPDIR"] = temporary;
        // As ./run and the systemd unit do: no socket through which the memory could be read.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Where it serves, once it does.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Asks it to end, as Ctrl-C and systemd do, and waits; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
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
        if (line.StartsWith("Ishenim serves on ", StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line.Split(' ')[^1]));
    }
}
