using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ishenim.Sealing;

namespace Ishenim.Tests;

/// <summary>Looks for words that must be nowhere, in all that a running program wrote and said.</summary>
internal static class Canaries
{
    /// <summary>What begins every word that is looked for, however a file cut it.</summary>
    private static readonly string[] Beginnings = ["КАНАРЕЙКА", "Канарейка", "канарейка"];

    /// <param name="words">Besides their usual beginnings.</param>
    /// <param name="said">All that the program printed.</param>
    /// <param name="folders">Where it may have written.</param>
    public static void AreNowhere(IEnumerable<string> words, string said, params string[] folders)
    {
        string[] canaries = [.. words, .. Beginnings];
        foreach (var file in folders.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)))
            AreNotIn(file, canaries);
        // The one address that it may say is its own, once.
        var log = string.Join('\n', said.Split('\n').Where(line => !line.StartsWith("Ishenim serves on ", StringComparison.Ordinal)));
        Assert.All(canaries.Append("127.0.0.1:"), canary => Assert.DoesNotContain(canary, log, StringComparison.Ordinal));
    }

    /// <summary>The code as it is shown: in groups of four.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(four => new string(four)));

    /// <summary>
    /// A process runs by the machine's clock: the second factor must too. A step ahead, because the first code asked for is that of the step
    /// before: a slow machine would be late with it.
    /// </summary>
    public static async Task<DateTimeOffset> CodeTimeAsync()
    {
        using var date = Process.Start(new ProcessStartInfo("date", "+%s") { RedirectStandardOutput = true, UseShellExecute = false })!;
        return DateTimeOffset.FromUnixTimeSeconds(long.Parse(await date.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture)).AddSeconds(Totp.StepSeconds);
    }

    private static void AreNotIn(string file, string[] canaries)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        foreach (var canary in canaries)
            foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode })
                Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(encoding.GetBytes(canary)) < 0, $"'{canary}' stands in {Path.GetFileName(file)}.");
    }
}
