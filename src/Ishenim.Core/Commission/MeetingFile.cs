using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>
/// The scan of a signed protocol. Where the paper says what was said of letters, it is sealed with the commission's key of one after the
/// other: it opens for who holds them all, and never again once one of them is destroyed (docs/adr/0028).
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

    /// <summary>The file, under as many text envelopes as there are <see cref="Seals"/>; the last of them is outermost.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The letters with whose keys it is sealed; empty where the paper says nothing of letters.</summary>
    public required IReadOnlyList<ScanSeal> Seals { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MeetingFile>
    {
        public void Configure(EntityTypeBuilder<MeetingFile> builder)
        {
            builder.ToTable("MeetingFiles");
            builder.HasKey(file => new { file.School, file.Id });
            builder.HasIndex(file => new { file.School, file.Meeting });
            builder.HasOne<Meeting>().WithMany().HasForeignKey(file => new { file.School, file.Meeting });
            builder.Property(file => file.Seals).HasConversion<Rows<ScanSeal>.Converter>(Rows<ScanSeal>.Comparer);
            builder.Property(file => file.Type).HasMaxLength(TypeLength);
        }
    }
}

/// <summary>One envelope around a scan: the letter, and the epoch of its commission's key.</summary>
public sealed record ScanSeal(AppealId Appeal, int Epoch);
