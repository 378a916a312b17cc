using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>How far a meeting is. The numbers are stored: they are never renamed.</summary>
public enum MeetingState
{
    Planned = 1,

    /// <summary>It was begun with a quorum; its items are taken up one after another.</summary>
    Held = 2,

    /// <summary>Over: the protocol is a draft that those present read and correct.</summary>
    Ended = 3,

    /// <summary>Chair and secretary signed; the protocol is frozen.</summary>
    Signed = 4,

    /// <summary>It did not take place.</summary>
    Cancelled = 5,
}

/// <summary>A meeting of the commission (C2), from its plan to its signed protocol.</summary>
public sealed class Meeting : IOfSchool
{
    public const int PlaceLength = 120;
    public const int GuestsLength = 500;
    public const int ReasonLength = 300;

    public required SchoolId School { get; init; }

    public required MeetingId Id { get; init; }

    /// <summary>A planned one goes over to the next commission with its agenda.</summary>
    public required ConvocationId Convocation { get; set; }

    public required DateOnly PlannedOn { get; set; }

    /// <summary>Minutes since midnight on the school's clocks.</summary>
    public required int PlannedMinute { get; set; }

    public required string Place { get; set; }

    /// <summary>Called within hours, for an urgent letter.</summary>
    public required bool Extraordinary { get; set; }

    /// <summary>Who was asked to come and is no member, a name and post a line; empty: nobody.</summary>
    public string Guests { get; set; } = "";

    public required MeetingState State { get; set; }

    /// <summary>Of its protocol, from 1 in each school year, in the order in which meetings were held; null until it is begun.</summary>
    public int? Number { get; set; }

    /// <summary>The true day, never after <see cref="EnteredOn"/>; null until it is begun.</summary>
    public DateOnly? HeldOn { get; set; }

    public int? BeganMinute { get; set; }

    public int? EndedMinute { get; set; }

    /// <summary>The day on which it was entered that it began; later than <see cref="HeldOn"/>: the protocol says so.</summary>
    public DateOnly? EnteredOn { get; set; }

    /// <summary>Whose device stands in the room: whoever began it writes it to its end, also once others are elected.</summary>
    public PersonId? BegunBy { get; set; }

    /// <summary>Who leads it: the chair, the deputy, or until one is elected whom those present let lead; null until it is begun.</summary>
    public PersonId? Chair { get; set; }

    public PersonId? Secretary { get; set; }

    public DateOnly? ChairSignedOn { get; set; }

    public DateOnly? SecretarySignedOn { get; set; }

    /// <summary>The hash of the draft that was signed first, so that both sign the same words; null: nobody has signed.</summary>
    public string? SignedDraft { get; set; }

    /// <summary>When the chair ended the members' access to its letters; null: not yet.</summary>
    public DateOnly? AccessEndedOn { get; set; }

    /// <summary>Why it was cancelled; empty where it was not.</summary>
    public string Reason { get; set; } = "";

    public int Version { get; set; }

    public ICollection<Attendance> Attendances { get; } = [];

    /// <summary>Whose numbers it counts in; of a planned one, by its plan.</summary>
    public SchoolYear Year => SchoolYear.From(HeldOn ?? PlannedOn);

    internal sealed class Mapping : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> builder)
        {
            builder.ToTable("Meetings");
            builder.HasKey(meeting => new { meeting.School, meeting.Id });
            builder.HasIndex(meeting => new { meeting.School, meeting.PlannedOn });
            builder.HasOne<Convocation>().WithMany().HasForeignKey(meeting => new { meeting.School, meeting.Convocation }).OnDelete(DeleteBehavior.Restrict);
            builder.Property(meeting => meeting.Place).HasMaxLength(PlaceLength);
            builder.Property(meeting => meeting.Guests).HasMaxLength(GuestsLength);
            builder.Property(meeting => meeting.Reason).HasMaxLength(ReasonLength);
            builder.Property(meeting => meeting.SignedDraft).HasMaxLength(64);
            builder.Property(meeting => meeting.Version).IsConcurrencyToken();
            builder.HasMany(meeting => meeting.Attendances).WithOne().HasForeignKey(one => new { one.School, one.Meeting });
            builder.Ignore(meeting => meeting.Year);
        }
    }
}
