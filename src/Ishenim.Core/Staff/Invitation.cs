using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Staff;

/// <summary>A link that can be used once within 24 hours. Only its hash is stored.</summary>
public sealed class Invitation : IOfSchool
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public required SchoolId School { get; init; }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Who is invited; null: the link sets the school up.</summary>
    public PersonId? Person { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }
}
