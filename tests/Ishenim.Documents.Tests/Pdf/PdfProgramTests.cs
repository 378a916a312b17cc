using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Pdf;

public sealed class PdfProgramTests
{
    [Fact]
    public async Task Write_NoProgram_IsMissing()
    {
        using var program = new PdfProgram("/no/such/program");

        Assert.Equal(new PdfResult(null, PdfFault.Missing), await program.WriteAsync(Act()));
    }

    [Theory]
    [InlineData("exit 3", PdfFault.Failed)]
    [InlineData("echo 'no PDF'", PdfFault.Failed)]
    [InlineData("cat >/dev/null; echo '%PDF-1.7'; exit 1", PdfFault.Failed)]
    [InlineData("cat >/dev/null; echo '%PDF-1.7'; cat /dev/zero", PdfFault.Failed)]
    [InlineData("kill -9 $$", PdfFault.Failed)]
    public async Task Write_FailingProgram_IsAResult(string script, PdfFault fault)
    {
        using var folder = new TemporaryFolder();
        using var program = new PdfProgram(Script(folder, script), new PdfLimits { PdfBytes = 1024 * 1024 });

        Assert.Equal(new PdfResult(null, fault), await program.WriteAsync(Act()));
    }

    [Theory]
    [InlineData("sleep 300")]
    [InlineData("cat >/dev/null; sleep 300 & sleep 300")]
    [InlineData("while :; do :; done")]
    public async Task Write_SlowProgram_IsKilled(string script)
    {
        using var folder = new TemporaryFolder();
        using var program = new PdfProgram(Script(folder, $"echo $$ >{folder.Path}/pid; {script}"), new PdfLimits { Time = TimeSpan.FromSeconds(1.5) });
        var clock = Stopwatch.StartNew();

        Assert.Equal(new PdfResult(null, PdfFault.TooSlow), await program.WriteAsync(Act()));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await AssertGoneAsync(File.ReadAllText(Path.Combine(folder.Path, "pid")).Trim());
    }

    [Fact]
    public async Task Write_WhileAnotherTakesAllTheTime_IsTooSlow()
    {
        using var folder = new TemporaryFolder();
        using var program = new PdfProgram(Script(folder, "sleep 300"), new PdfLimits { Time = TimeSpan.FromSeconds(1) });

        var both = await Task.WhenAll(program.WriteAsync(Act()), program.WriteAsync(Act()));

        Assert.All(both, result => Assert.Equal(PdfFault.TooSlow, result.Fault));
    }

    [Fact]
    public async Task Write_TooLittleMemory_IsAResult()
    {
        Machine.SkipWithoutPdf();
        using var program = new PdfProgram(limits: new PdfLimits { MemoryBytes = 40 * 1024 * 1024 });

        Assert.Equal(new PdfResult(null, PdfFault.Failed), await program.WriteAsync(Act()));
    }

    /// <summary>Else a password that stands in our variables would stand in the program's.</summary>
    [Fact]
    public async Task Write_Environment_HoldsNothingOfOurs()
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("ISHENIM_TEST_SECRET", "canary");
        using var program = new PdfProgram(Script(folder, $"cat >/dev/null; env >{folder.Path}/env; echo '%PDF-1.7'"));

        Assert.Null((await program.WriteAsync(Act())).Fault);

        Assert.DoesNotContain("canary", await File.ReadAllTextAsync(Path.Combine(folder.Path, "env")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_MarkupThatPointsElsewhere_IsNotFetched()
    {
        Machine.SkipWithoutPdf();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/canary";
        using var program = new PdfProgram();

        // As text in a form, and as markup that no form of ours can make.
        var asText = await program.WriteAsync(Hostile.Act($"<img src=\"{address}\"><link rel=stylesheet href={address}> url({address})"));
        var asMarkup = await program.QueueAsync($"<link rel=stylesheet href='{address}'><style>@import '{address}'; p {{ background: url({address}) }}</style><p>Кат<img src='{address}'>", default);

        Assert.Null(asText.Fault);
        Assert.Null(asMarkup.Fault);
        Assert.False(listener.Pending());
    }

    private static Document Act() => ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz));

    private static string Script(TemporaryFolder folder, string script)
    {
        var path = Path.Combine(folder.Path, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static async Task AssertGoneAsync(string process)
    {
        for (var i = 0; i < 50 && Directory.Exists($"/proc/{process}"); i++)
            await Task.Delay(100);
        Assert.False(Directory.Exists($"/proc/{process}"));
    }
}
