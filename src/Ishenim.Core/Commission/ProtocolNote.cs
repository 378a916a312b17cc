using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>What became of a proposed correction. The numbers are stored.</summary>
public enum NoteState
{
    Proposed = 1,
    Taken = 2,
    Refused = 3,
}

/// <summary>A correction of the protocol's draft, proposed by one who took part. It never repeats a letter.</summary>
public sealed class ProtocolNote : IOfSchool
{
    public const int TextLength = 600;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required MeetingId Meeting { get; init; }

    public required PersonId Author { get; init; }

    public required DateOnly Day { get; init; }

    public required string Text { get; init; }

    public required NoteState State { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProtocolNote>
    {
        public void Configure(EntityTypeBuilder<ProtocolNote> builder)
        {
            builder.ToTable("ProtocolNotes");
            builder.HasKey(note => new { note.School, note.Id });
            builder.HasIndex(note => new { note.School, note.Meeting });
            builder.HasOne<Meeting>().WithMany().HasForeignKey(note => new { note.School, note.Meeting });
            builder.Property(note => note.Text).HasMaxLength(TextLength);
        }
    }
}
