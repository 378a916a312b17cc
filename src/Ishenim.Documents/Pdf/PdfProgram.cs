using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Ishenim.Documents.Html;

namespace Ishenim.Documents.Pdf;

/// <summary>
/// WeasyPrint, which makes PDF of the print view. It is a program of its own: it gets no file, no environment of ours and no
/// way into a network, less memory and time than it might want, and is ended when it takes more. Whatever becomes of it,
/// the answer is a result and never an exception.
/// </summary>
public sealed class PdfProgram : IDisposable
{
    /// <summary>Nothing listens there: what would be fetched by HTTP asks this proxy, and gets no answer.</summary>
    private const string DeadProxy = "http://127.0.0.1:9";

    private readonly string? _path;
    private readonly PdfLimits _limits;
    private readonly SemaphoreSlim _places;

    /// <param name="path">The program; null: the one on the search path.</param>
    /// <param name="limits">Null: as <see cref="PdfLimits"/> has them.</param>
    public PdfProgram(string? path = null, PdfLimits? limits = null)
    {
        _limits = limits ?? new PdfLimits();
        _path = path ?? OnSearchPath("weasyprint");
        _places = new SemaphoreSlim(_limits.AtOnce);
    }

    /// <summary>Whether there is one; whether it works, only trying tells.</summary>
    public bool IsThere => _path is not null && File.Exists(_path);

    public Task<PdfResult> WriteAsync(Document document, CancellationToken cancellation = default) =>
        IsThere ? QueueAsync(HtmlWriter.Write(document), cancellation) : Task.FromResult(new PdfResult(null, PdfFault.Missing));

    public void Dispose() => _places.Dispose();

    /// <summary>For tests: markup that no writer of ours makes.</summary>
    internal async Task<PdfResult> QueueAsync(string html, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limits.Time);
        try
        {
            await _places.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new PdfResult(null, PdfFault.TooSlow);
        }
        try
        {
            return await RunAsync(html, limit.Token);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<PdfResult> RunAsync(string html, CancellationToken limit)
    {
        using var process = new Process { StartInfo = Command() };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PdfResult(null, PdfFault.Missing);
        }
        try
        {
            return await TalkAsync(process, html, limit);
        }
        catch (OperationCanceledException)
        {
            return new PdfResult(null, PdfFault.TooSlow);
        }
        catch (IOException)
        {
            return new PdfResult(null, PdfFault.Failed);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private async Task<PdfResult> TalkAsync(Process process, string html, CancellationToken limit)
    {
        // What it complains of may quote a paper, and is read only so that it does not stand still.
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit);
        var pdf = PdfStream.ReadAsync(process.StandardOutput.BaseStream, _limits.PdfBytes, limit);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(html), limit);
        process.StandardInput.Close();
        var bytes = await pdf;
        await complaints;
        await process.WaitForExitAsync(limit);
        return process.ExitCode == 0 && bytes.AsSpan().StartsWith("%PDF-"u8) ? new PdfResult(bytes, null) : new PdfResult(null, PdfFault.Failed);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("/usr/bin/prlimit")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        string[] arguments =
        [
            $"--as={_limits.MemoryBytes}", $"--cpu={(int)_limits.Time.TotalSeconds + 1}", "--core=0", "--", _path!, "--encoding", "utf-8", "-", "-",
        ];
        foreach (var argument in arguments)
            command.ArgumentList.Add(argument);
        // Our own environment may hold passwords.
        command.Environment.Clear();
        foreach (var (name, value) in Environment)
            command.Environment[name] = value;
        return command;
    }

    private static readonly (string Name, string Value)[] Environment =
    [
        ("PYTHONPATH", Path.Combine(AppContext.BaseDirectory, "pdf")), ("PYTHONDONTWRITEBYTECODE", "1"),
        ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("LANG", "C.UTF-8"), ("HOME", "/nonexistent"),
        ("http_proxy", DeadProxy), ("https_proxy", DeadProxy), ("ftp_proxy", DeadProxy), ("all_proxy", DeadProxy),
    ];

    private static string? OnSearchPath(string name) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
