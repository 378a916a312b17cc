using System.Diagnostics;
using System.Text;

namespace Ishenim.Tests.Commands;

/// <summary>The real executable as a process of its own, without any ISHENIM_ variable of the test's.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process) => _process = process;

    /// <summary>Everything it wrote, errors included.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public int Id => _process.Id;

    public static RunningProgram Start(params string[] arguments)
    {
        var file = Path.Combine(Repository.Root, "artifacts", "bin", "Ishenim", "debug", "ishenim");
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ISHENIM_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath) is { } folder && File.Exists(Path.Combine(folder, "dotnet")) ? folder : start.Environment.TryGetValue("DOTNET_ROOT", out var known) ? known : "/usr/share/dotnet";
        var running = new RunningProgram(new Process { StartInfo = start });
        running.Begin();
        return running;
    }

    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        await using var running = Start(arguments);
        return (await running.EndAsync(TimeSpan.FromSeconds(60)), running.Said);
    }

    /// <summary>Where it serves, once it says so.</summary>
    public async Task<Uri> AddressAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, ended, Task.Delay(TimeSpan.FromSeconds(60))) != _address.Task)
            throw new InvalidOperationException($"It does not serve: {Said}");
        return new Uri(await _address.Task);
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, within that time.</summary>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var waiting = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(waiting.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        const string Serves = "Ishenim serves on ";
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (line.StartsWith(Serves, StringComparison.Ordinal))
            _address.TrySetResult(line[Serves.Length..]);
    }
}
