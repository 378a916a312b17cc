using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>A box for letters on paper. The row stays when the box is taken down: acts name it.</summary>
public sealed class Box : IOfSchool
{
    public const int PlaceLength = 200;
    public const int SealLength = 40;

    public required SchoolId School { get; init; }

    public required BoxId Id { get; init; }

    /// <summary>From 1 in the school; papers call the box by it.</summary>
    public required int Number { get; init; }

    /// <summary>Building, floor and where, as the public reads it.</summary>
    public required string Place { get; set; }

    /// <summary>The number of the seal that is on it now; empty: none is known.</summary>
    public required string Seal { get; set; }

    public required DateOnly InUseFrom { get; init; }

    /// <summary>The last day it hung there; null while it does.</summary>
    public DateOnly? InUseTo { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Box>
    {
        public void Configure(EntityTypeBuilder<Box> builder)
        {
            builder.ToTable("Boxes");
            builder.HasKey(box => new { box.School, box.Id });
            builder.HasIndex(box => new { box.School, box.Number }).IsUnique();
            builder.HasOne<School>().WithMany().HasForeignKey(box => box.School).OnDelete(DeleteBehavior.Restrict);
            builder.Property(box => box.Place).HasMaxLength(PlaceLength);
            builder.Property(box => box.Seal).HasMaxLength(SealLength);
            builder.Property(box => box.Version).IsConcurrencyToken();
        }
    }
}
