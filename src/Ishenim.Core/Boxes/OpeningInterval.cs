using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>By an order of the director the box is opened in other intervals for a time: rarer in summer, say.</summary>
public sealed class OpeningInterval : IOfSchool
{
    public const int MostDays = 120;
    public const int OrderLength = 40;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day it holds; null: until another comes.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Calendar days from one opening to the next.</summary>
    public required int Days { get; init; }

    /// <summary>The order's number.</summary>
    public required string Order { get; init; }

    public required DateOnly EnteredOn { get; init; }

    /// <summary>Entered after it began, and marked so.</summary>
    public bool Late => EnteredOn > From;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningInterval>
    {
        public void Configure(EntityTypeBuilder<OpeningInterval> builder)
        {
            builder.ToTable("OpeningIntervals");
            builder.HasKey(interval => new { interval.School, interval.Id });
            builder.HasOne<School>().WithMany().HasForeignKey(interval => interval.School).OnDelete(DeleteBehavior.Restrict);
            builder.Ignore(interval => interval.Late);
            builder.Property(interval => interval.Order).HasMaxLength(OrderLength);
        }
    }
}
