using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>Whether a member took part. The numbers are stored.</summary>
public enum Presence
{
    /// <summary>The meeting has not begun.</summary>
    Invited = 0,
    Present = 1,

    /// <summary>Took part from elsewhere; counts for the quorum and votes.</summary>
    Remote = 2,
    Absent = 3,
}

/// <summary>A member at a meeting. Rows come when it begins: who is a member then.</summary>
public sealed class Attendance : IOfSchool
{
    public const int ReasonLength = 200;

    public required SchoolId School { get; init; }

    public required MeetingId Meeting { get; init; }

    public required PersonId Person { get; init; }

    public required MemberGroup Group { get; init; }

    public required Presence Presence { get; set; }

    /// <summary>Why they were absent; empty for who took part, or where nothing is known.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When they agreed to the draft of the protocol; null: not yet.</summary>
    public DateOnly? AgreedOn { get; set; }

    public bool TookPart => Presence is Presence.Present or Presence.Remote;

    internal sealed class Mapping : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> builder)
        {
            builder.ToTable("Attendances");
            builder.HasKey(one => new { one.School, one.Meeting, one.Person });
            builder.Property(one => one.Reason).HasMaxLength(ReasonLength);
            builder.Ignore(one => one.TookPart);
        }
    }
}
