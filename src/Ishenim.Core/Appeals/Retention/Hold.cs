using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>For what a letter is kept beyond its term. The numbers are stored: they are never reused.</summary>
public enum HoldKind
{
    Inquiry = 1,
    Court = 2,
    Other = 3,
}

/// <summary>
/// Keeps a letter from being destroyed until it is lifted. Why stands sealed with the letter; the journal's lines about
/// setting and lifting hold commitments to it.
/// </summary>
public sealed class Hold : Storage.IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    public required HoldKind Kind { get; init; }

    public required DateOnly SetOn { get; init; }

    public required PersonId SetBy { get; init; }

    public DateOnly? LiftedOn { get; set; }

    public PersonId? LiftedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Hold>
    {
        public void Configure(EntityTypeBuilder<Hold> builder)
        {
            builder.ToTable("Holds");
            builder.HasKey(hold => new { hold.School, hold.Id });
            builder.HasIndex(hold => new { hold.School, hold.Appeal });
            builder.HasOne<School>().WithMany().HasForeignKey(hold => hold.School).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
