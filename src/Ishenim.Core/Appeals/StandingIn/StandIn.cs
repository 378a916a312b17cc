using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>Who reads for an absent reader, from which day to which (X7).</summary>
public sealed class StandIn : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required PersonId For { get; init; }

    public required PersonId By { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; an earlier one where the reader came back before.</summary>
    public required DateOnly To { get; set; }

    public bool Covers(DateOnly day) => From <= day && day <= To;

    internal sealed class Mapping : IEntityTypeConfiguration<StandIn>, IEntityTypeConfiguration<StandInLetter>
    {
        public void Configure(EntityTypeBuilder<StandIn> builder)
        {
            builder.ToTable("StandIns");
            builder.HasKey(one => new { one.School, one.Id });
            builder.HasIndex(one => new { one.School, one.For });
            builder.HasIndex(one => new { one.School, one.By });
            builder.HasOne<Person>().WithMany().HasForeignKey(one => new { one.School, one.For }).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(one => new { one.School, one.By }).OnDelete(DeleteBehavior.Restrict);
            // Two windows that end it at once: the second is told so.
            builder.Property(one => one.To).IsConcurrencyToken();
        }

        public void Configure(EntityTypeBuilder<StandInLetter> builder)
        {
            builder.ToTable("StandInLetters");
            builder.HasKey(one => new { one.School, one.StandIn, one.Appeal });
            builder.HasIndex(one => new { one.School, one.Appeal });
            builder.HasOne<StandIn>().WithMany().HasForeignKey(one => new { one.School, one.StandIn }).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Appeal>().WithMany().HasForeignKey(one => new { one.School, one.Appeal }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A letter that somebody reads only because they stand in: their grants go when the reader is back.</summary>
public sealed class StandInLetter : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid StandIn { get; init; }

    public required AppealId Appeal { get; init; }
}
