using System.Diagnostics;
using Ishenim.Sealing;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>What the machine itself can do, to hold the other figures against.</summary>
internal static class Machine
{
    private const int Megabytes = 25;

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(3);

    public static async Task<Table> MeasureAsync()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        return new Table("machine",
        [
            ("processor", $"{processor ?? "unknown"}, {Environment.ProcessorCount} cores"),
            ("huge pages", HugePages()),
            ("write of 4 KiB with fsync, 1 thread", $"{Rate(Sync())} /s"),
            ("Argon2id 19 MiB × 2 (a receipt code), 1 thread", $"{Rate(Stretch(1))} /s"),
            ("Argon2id 19 MiB × 2, a thread per core", $"{Rate(Stretch(Environment.ProcessorCount))} /s"),
            ("sealing of files in memory, 1 thread", $"{Rate(await SealAsync())} MB/s"),
            ("write of 25 MB with fsync, 1 thread", $"{Rate(Write())} MB/s"),
        ]);
    }

    /// <summary>How Linux hands out large memory, of which Argon2id takes 19 MiB each time: <c>always</c>, <c>madvise</c> or <c>never</c>.</summary>
    private static string HugePages()
    {
        const string Setting = "/sys/kernel/mm/transparent_hugepage/enabled";
        return File.Exists(Setting) ? File.ReadAllText(Setting).Split('[', ']')[1] : "unknown";
    }

    /// <summary>Receipt codes per second, stretched as a school's are.</summary>
    public static double Stretch(int threads, TimeSpan? during = null)
    {
        var salt = new byte[16];
        var done = 0;
        var clock = Stopwatch.StartNew();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            while (clock.Elapsed < (during ?? Each))
            {
                using var keys = CodeKeys.Derive(ReceiptCode.New(), salt, Argon.Code);
                Interlocked.Increment(ref done);
            }
        });
        return done / clock.Elapsed.TotalSeconds;
    }

    private static double Sync()
    {
        using var folder = new TemporaryFolder();
        using var file = new FileStream(Path.Combine(folder.Path, "sync"), FileMode.Create);
        var page = new byte[4096];
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; clock.Elapsed < Each; done++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }
        return done / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> SealAsync()
    {
        var plain = new byte[Megabytes * 1_000_000];
        using var key = SecretKey.Generate();
        var label = new PartLabel(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), KeyClass.Letter, 1, PartKind.File, AuthorSide.Writer, 0);
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; clock.Elapsed < Each; done++)
            await FileEnvelope.SealAsync(new MemoryStream(plain), Stream.Null, key, label);
        return done * Megabytes / clock.Elapsed.TotalSeconds;
    }

    private static double Write()
    {
        using var folder = new TemporaryFolder();
        var plain = new byte[Megabytes * 1_000_000];
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; clock.Elapsed < Each; done++)
        {
            using var file = new FileStream(Path.Combine(folder.Path, "write"), FileMode.Create);
            file.Write(plain);
            file.Flush(flushToDisk: true);
        }
        return done * Megabytes / clock.Elapsed.TotalSeconds;
    }

    private static string Rate(double perSecond) => perSecond.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
