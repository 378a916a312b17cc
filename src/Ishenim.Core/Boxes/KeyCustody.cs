using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>Who holds the key of a box, from when to when. The hand-over made a paper for both to sign.</summary>
public sealed class KeyCustody : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required BoxId Box { get; init; }

    public required PersonId Holder { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The day it went to the next one; null while it is held.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The day it was entered; later than <see cref="From"/>: it was entered late, and is marked so.</summary>
    public required DateOnly EnteredOn { get; init; }

    public bool Late => EnteredOn > From;

    internal sealed class Mapping : IEntityTypeConfiguration<KeyCustody>
    {
        public void Configure(EntityTypeBuilder<KeyCustody> builder)
        {
            builder.ToTable("KeyCustodies");
            builder.HasKey(custody => new { custody.School, custody.Id });
            builder.HasIndex(custody => new { custody.School, custody.Box });
            builder.HasOne<Box>().WithMany().HasForeignKey(custody => new { custody.School, custody.Box }).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(custody => new { custody.School, custody.Holder }).OnDelete(DeleteBehavior.Restrict);
            builder.Ignore(custody => custody.Late);
            // Two who hand the same key over at once: the second is told so.
            builder.Property(custody => custody.To).IsConcurrencyToken();
        }
    }
}
