using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>What a file of the box shows.</summary>
public enum BoxFileKind
{
    /// <summary>The box where it hangs.</summary>
    Photo = 1,

    /// <summary>The box, lock and seal at an opening.</summary>
    State = 2,

    /// <summary>The act with its signatures.</summary>
    SignedAct = 3,
}

/// <summary>
/// A photo of a box or the scan of a signed act. It is not sealed (docs/adr/0012): what it shows hangs in the corridor,
/// or stands in the act, and neither ever holds a word of a letter.
/// </summary>
public sealed class BoxFile : IOfSchool
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>So much of a form with one is read: a file that is too large gives a message and not a broken connection.</summary>
    public const int MostFormBytes = 2 * MostBytes;
    public const int TypeLength = 40;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required BoxFileKind Kind { get; init; }

    /// <summary>The box or the opening.</summary>
    public required Guid Of { get; init; }

    public required DateOnly AddedOn { get; init; }

    public required PersonId AddedBy { get; init; }

    /// <summary>image/jpeg, image/png, image/webp or application/pdf.</summary>
    public required string Type { get; init; }

    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BoxFile>
    {
        public void Configure(EntityTypeBuilder<BoxFile> builder)
        {
            builder.ToTable("BoxFiles");
            builder.HasKey(file => new { file.School, file.Id });
            builder.HasIndex(file => new { file.School, file.Of });
            builder.Property(file => file.Type).HasMaxLength(TypeLength);
        }
    }
}
