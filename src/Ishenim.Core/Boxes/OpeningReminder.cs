using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>
/// That the school was reminded on a day: whichever node adds the row first puts the notices into the outbox, in the
/// same transaction.
/// </summary>
public sealed class OpeningReminder : IOfSchool
{
    public required SchoolId School { get; init; }

    public required DateOnly Day { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningReminder>
    {
        public void Configure(EntityTypeBuilder<OpeningReminder> builder)
        {
            builder.ToTable("OpeningReminders");
            builder.HasKey(reminder => new { reminder.School, reminder.Day });
        }
    }
}
