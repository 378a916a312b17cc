using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Attachments;

/// <summary>What is sealed beside a file.</summary>
public sealed record AttachmentFacts
{
    public required string Name { get; init; }

    /// <summary>The true length in bytes, after cleaning.</summary>
    public required long Bytes { get; init; }

    public required CleaningResult Cleaning { get; init; }
}
