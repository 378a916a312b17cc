using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Staff;

/// <summary>A signed-in person. The key that unwraps <see cref="WrappedKey"/> is only in the cookie; no backup holds this table.</summary>
public sealed class StaffSession : IOfSchool
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public const int DeviceLength = 60;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The private key, wrapped by the cookie's key.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>Such as "Firefox · Android": what the owner knows the session by.</summary>
    public required string Device { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }
}

/// <summary>A browser in which the person signed in before: the account's throttle does not hold it up.</summary>
public sealed class KnownDevice : IOfSchool
{
    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>SHA-256 of the token in the browser's cookie.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateOnly SeenOn { get; set; }
}
