using System.Diagnostics;

namespace Ishenim.Documents;

/// <summary>The programs with which PDF is made and read again.</summary>
internal static class Machine
{
    public static void SkipWithoutPdf() =>
        Assert.SkipUnless(File.Exists("/usr/bin/weasyprint") && File.Exists("/usr/bin/pdftotext"), "weasyprint or poppler-utils is not installed");

    /// <summary>The text of each page, as pdftotext reads it.</summary>
    public static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "paper.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text.Split('\f')[..^1];
    }

    /// <summary>Without what a line break may put between words.</summary>
    public static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
