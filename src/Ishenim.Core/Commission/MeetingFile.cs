using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>
/// The scan of a signed protocol. It is not sealed, as the scan of an act is not: the protocol on paper names no writer
/// and holds nothing of a restricted letter (docs/adr/0028).
/// </summary>
public sealed class MeetingFile : IOfSchool
{
    public const int TypeLength = 40;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required MeetingId Meeting { get; init; }

    public required DateOnly AddedOn { get; init; }

    public required PersonId AddedBy { get; init; }

    /// <summary>image/jpeg, image/png, image/webp or application/pdf.</summary>
    public required string Type { get; init; }

    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MeetingFile>
    {
        public void Configure(EntityTypeBuilder<MeetingFile> builder)
        {
            builder.ToTable("MeetingFiles");
            builder.HasKey(file => new { file.School, file.Id });
            builder.HasIndex(file => new { file.School, file.Meeting });
            builder.HasOne<Meeting>().WithMany().HasForeignKey(file => new { file.School, file.Meeting });
            builder.Property(file => file.Type).HasMaxLength(TypeLength);
        }
    }
}
