using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Forwarding;

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.HasKey(assignment => new { assignment.School, assignment.Id });
        builder.HasIndex(assignment => new { assignment.School, assignment.Appeal });
        builder.HasIndex(assignment => new { assignment.School, assignment.Recipient });
        builder.HasOne<Appeal>().WithMany().HasForeignKey(assignment => new { assignment.School, assignment.Appeal });
        builder.Ignore(assignment => assignment.Person);
    }
}
