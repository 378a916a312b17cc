using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Storage;

/// <summary>The last number given out of one series of a school.</summary>
public sealed class Counter : IOfSchool
{
    public const int SeriesLength = 60;

    public required SchoolId School { get; init; }

    public required string Series { get; init; }

    public required long Last { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> builder)
        {
            builder.ToTable("Counters");
            builder.HasKey(counter => new { counter.School, counter.Series });
            builder.Property(counter => counter.Series).HasMaxLength(SeriesLength);
        }
    }
}
