namespace Ishenim.Documents.Pdf;

/// <summary>What making one PDF may take.</summary>
public sealed record PdfLimits
{
    /// <summary>Waiting for others' papers included.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Address space of the program; the kernel refuses it more.</summary>
    public long MemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>A longer PDF is none that anybody prints.</summary>
    public int PdfBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Papers at once: each takes a processor and much memory.</summary>
    public int AtOnce { get; init; } = 1;
}
