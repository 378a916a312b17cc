using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>
/// One opening of a box. Until it is finished anybody who may open goes on with it on any device; afterwards the row is
/// never changed, and what papers say of it stands in its frozen form.
/// </summary>
public sealed class Opening : IOfSchool
{
    public const int DamageLength = 300;
    public const int SealLength = Boxes.Box.SealLength;
    public const int MostLetters = 500;
    public const int MostSheets = 5000;

    public required SchoolId School { get; init; }

    public required OpeningId Id { get; init; }

    public required BoxId Box { get; init; }

    /// <summary>The true day of the opening, never after <see cref="EnteredOn"/>.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Minutes since midnight on the school's clocks.</summary>
    public required int OpenedMinute { get; init; }

    /// <summary>The day it was entered; later than <see cref="OpenedOn"/>: it was entered late, and is marked so.</summary>
    public required DateOnly EnteredOn { get; init; }

    public required PersonId EnteredBy { get; init; }

    /// <summary>Box, lock and seal were whole.</summary>
    public required bool Intact { get; init; }

    /// <summary>What was damaged; empty where all was whole.</summary>
    public required string Damage { get; init; }

    public required Facing Facing { get; init; }

    /// <summary>The seal that was found on the box.</summary>
    public required string SealBefore { get; init; }

    /// <summary>The seal that was put on it; empty until it is.</summary>
    public required string SealAfter { get; set; }

    /// <summary>Fewer members of the commission than wished could come; said on the papers.</summary>
    public required bool FewMembers { get; init; }

    /// <summary>Null until the letters were counted.</summary>
    public int? LettersFound { get; set; }

    public int? SheetsFound { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateOnly? FinishedOn { get; set; }

    public PersonId? FinishedBy { get; set; }

    /// <summary>Its number in the journal of openings of its school year; null while it is open.</summary>
    public int? Number { get; set; }

    /// <summary>Null where nothing was found.</summary>
    public int? ActNumber { get; set; }

    public int Version { get; set; }

    public ICollection<OpeningSigner> Signers { get; } = [];

    public bool Late => EnteredOn > OpenedOn;

    public SchoolYear Year => SchoolYear.From(OpenedOn);

    public TimeOnly OpenedAt => new(OpenedMinute / 60, OpenedMinute % 60);

    internal sealed class Mapping : IEntityTypeConfiguration<Opening>
    {
        public void Configure(EntityTypeBuilder<Opening> builder)
        {
            builder.ToTable("Openings");
            builder.HasKey(opening => new { opening.School, opening.Id });
            builder.HasIndex(opening => new { opening.School, opening.OpenedOn });
            builder.HasIndex(opening => new { opening.School, opening.FinishedOn });
            builder.HasOne<Box>().WithMany().HasForeignKey(opening => new { opening.School, opening.Box }).OnDelete(DeleteBehavior.Restrict);
            builder.Property(opening => opening.Damage).HasMaxLength(DamageLength);
            builder.Property(opening => opening.SealBefore).HasMaxLength(SealLength);
            builder.Property(opening => opening.SealAfter).HasMaxLength(SealLength);
            builder.Property(opening => opening.Version).IsConcurrencyToken();
            builder.HasMany(opening => opening.Signers).WithOne().HasForeignKey(signer => new { signer.School, signer.Opening });
            builder.Ignore(opening => opening.Late);
            builder.Ignore(opening => opening.Year);
            builder.Ignore(opening => opening.OpenedAt);
        }
    }
}

/// <summary>What looks at the box, so that who drops a letter in could be seen.</summary>
[Flags]
public enum Facing
{
    Nothing = 0,
    Camera = 1,
    OfficeDoor = 2,
}
