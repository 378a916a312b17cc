using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>
/// That a letter is urgent and nobody has taken it up (X3): who is told of it next. It knows no hour: each round of the
/// hour takes one away (docs/adr/0023).
/// </summary>
public sealed class UrgentWait : IOfSchool
{
    public required SchoolId School { get; init; }

    public required AppealId Appeal { get; init; }

    /// <summary>One round has passed: the first one may come minutes after the letter.</summary>
    public bool RoundPassed { get; set; }

    /// <summary>The persons' ids, in the order in which they are told; names nobody who may not know of the letter.</summary>
    public required string Left { get; set; }

    public static string Join(IEnumerable<PersonId> people) => string.Join(' ', people.Select(person => person.Value.ToString("N")));

    public IReadOnlyList<PersonId> People() =>
        [.. Left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(Guid.ParseExact(id, "N")))];

    internal sealed class Mapping : IEntityTypeConfiguration<UrgentWait>
    {
        public void Configure(EntityTypeBuilder<UrgentWait> builder)
        {
            builder.ToTable("UrgentWaits");
            builder.HasKey(wait => new { wait.School, wait.Appeal });
            builder.HasOne<Appeal>().WithMany().HasForeignKey(wait => new { wait.School, wait.Appeal });
        }
    }
}
