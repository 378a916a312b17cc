using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>
/// The hour that a school's last round was for: whichever node moves it first makes the round. It moves every hour,
/// whether or not a letter waits, so that it tells of none.
/// </summary>
public sealed class EscalationRound : IOfSchool
{
    public required SchoolId School { get; init; }

    /// <summary>A full hour, in UTC.</summary>
    public required DateTime Hour { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EscalationRound>
    {
        public void Configure(EntityTypeBuilder<EscalationRound> builder)
        {
            builder.ToTable("EscalationRounds");
            builder.HasKey(round => round.School);
        }
    }
}
