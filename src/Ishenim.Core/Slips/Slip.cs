using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Slips;

public enum SlipState
{
    /// <summary>Printed; no letter came on it yet.</summary>
    Blank = 0,

    /// <summary>A letter was registered with it.</summary>
    Used = 1,

    /// <summary>Spoilt or lost before a letter was written on it.</summary>
    Void = 2,
}

/// <summary>
/// A coded letter sheet: a number on the sheet, and on its stub a code of which only these halves are kept. Nothing here
/// says which stub belongs to which number to one who has no code.
/// </summary>
public sealed class Slip : IOfSchool
{
    public required SchoolId School { get; init; }

    public required SlipNumber Number { get; init; }

    public required Guid Batch { get; init; }

    /// <summary>As <see cref="Appeals.WriterKey.Lookup"/>.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>As <see cref="Appeals.WriterKey.PublicKey"/>.</summary>
    public required byte[] PublicKey { get; init; }

    public SlipState State { get; set; }
}

/// <summary>Sheets that one person printed together.</summary>
public sealed class SlipBatch : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Who could have kept the codes.</summary>
    public required PersonId PrintedBy { get; init; }

    public required DateOnly PrintedOn { get; init; }
}

internal sealed class SlipMapping : IEntityTypeConfiguration<Slip>, IEntityTypeConfiguration<SlipBatch>
{
    public void Configure(EntityTypeBuilder<Slip> builder)
    {
        builder.ToTable("Slips");
        builder.HasKey(slip => new { slip.School, slip.Number });
        builder.HasIndex(slip => new { slip.School, slip.Lookup }).IsUnique();
        builder.HasIndex(slip => new { slip.School, slip.Batch });
        builder.HasOne<SlipBatch>().WithMany().HasForeignKey(slip => new { slip.School, slip.Batch });
        builder.Property(slip => slip.Number).HasConversion<SlipNumber.Converter>().HasMaxLength(SlipNumber.Length);
    }

    public void Configure(EntityTypeBuilder<SlipBatch> builder)
    {
        builder.ToTable("SlipBatches");
        builder.HasKey(batch => new { batch.School, batch.Id });
        builder.HasOne<School>().WithMany().HasForeignKey(batch => batch.School).OnDelete(DeleteBehavior.Restrict);
    }
}
