namespace Ishenim.Documents.Pdf;

/// <summary>A PDF, or why there is none.</summary>
public sealed record PdfResult(byte[]? Pdf, PdfFault? Fault);

public enum PdfFault
{
    /// <summary>The program is not installed.</summary>
    Missing,
    /// <summary>It took longer than it may, or others' papers did.</summary>
    TooSlow,
    /// <summary>It ended with an error, for want of memory too.</summary>
    Failed,
}
