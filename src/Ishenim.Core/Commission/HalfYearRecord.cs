using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>
/// What is kept of a half-year (C2): which warnings went out, and why it ended with fewer meetings than the regulation asks.
/// </summary>
public sealed class HalfYearRecord : IOfSchool
{
    public const int ReasonLength = 600;

    public required SchoolId School { get; init; }

    public required SchoolYear Year { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Half { get; init; }

    /// <summary>The least number of days before the end of which a warning went out; null: none did.</summary>
    public int? WarnedDays { get; set; }

    /// <summary>The chair's reason; null: none is given.</summary>
    public string? Reason { get; set; }

    public DateOnly? GivenOn { get; set; }

    public PersonId? GivenBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HalfYearRecord>
    {
        public void Configure(EntityTypeBuilder<HalfYearRecord> builder)
        {
            builder.ToTable("HalfYearRecords");
            builder.HasKey(record => new { record.School, record.Year, record.Half });
            builder.Property(record => record.Year).HasConversion<SchoolYearConverter>();
            builder.Property(record => record.Reason).HasMaxLength(ReasonLength);
        }
    }
}
