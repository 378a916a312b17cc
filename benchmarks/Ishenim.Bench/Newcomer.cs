using System.Diagnostics;
using System.Globalization;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>A clone, an empty home, and what is run there.</summary>
internal sealed class Newcomer : IDisposable
{
    private readonly string _folder;
    private readonly List<(string, string)> _steps = [];
    private readonly Stopwatch _all = Stopwatch.StartNew();
    private Process? _serving;

    public Newcomer(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Home);
    }

    public string Data => Path.Combine(Home, "data");

    public string Backup => Path.Combine(Home, "school.backup");

    public string Restored => Path.Combine(Home, "restored");

    /// <summary>Where the program serves.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Seconds of each step so far, and of all together.</summary>
    public IReadOnlyList<(string, string)> Steps => [.. _steps, ("together", Seconds(_all.Elapsed))];

    private string Home => Path.Combine(_folder, "home");

    private string Clone => Path.Combine(_folder, "clone");

    public async Task<T> StepAsync<T>(string what, Func<Task<T>> step)
    {
        var clock = Stopwatch.StartNew();
        var result = await step();
        _steps.Add((what, Seconds(clock.Elapsed)));
        return result;
    }

    public Task StepAsync(string what, Func<Task> step) => StepAsync(what, async () =>
    {
        await step();
        return true;
    });

    public Task CloneAsync() => EndedAsync(Begin("git", _folder, "clone", "--quiet", Repository.Root, Clone));

    /// <summary><c>./run</c> on a free port, which goes on serving.</summary>
    /// <returns>The one-time link that sets the school up.</returns>
    public async Task<string> ServeAsync()
    {
        _serving = Begin("./run", Clone, "--data", Data, "--port", "0");
        while (await _serving.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ').LastOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } address)
            {
                if (line.Contains("works once", StringComparison.Ordinal))
                    return address;
                Address = address;
            }
        throw new InvalidOperationException("./run ended before it printed a link.");
    }

    /// <summary>Another command of <c>./run</c>, to its end.</summary>
    public Task RunAsync(params string[] arguments) => EndedAsync(Begin("./run", Clone, arguments));

    public void Dispose()
    {
        _serving?.Kill(entireProcessTree: true);
        // Its folder is deleted next.
        _serving?.WaitForExit();
        _serving?.Dispose();
    }

    private Process Begin(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(folder, program) : program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        start.Environment["HOME"] = Home;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ISHENIM_", StringComparison.Ordinal) || name is "NUGET_PACKAGES" or "DOTNET_CLI_HOME" or "TMPDIR").ToList())
            start.Environment.Remove(name);
        var process = Process.Start(start)!;
        // Whoever is asked for something has only Enter.
        process.StandardInput.Write(new string('\n', 10));
        process.StandardInput.Close();
        return process;
    }

    private static async Task EndedAsync(Process process)
    {
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}: {await said}");
        process.Dispose();
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
