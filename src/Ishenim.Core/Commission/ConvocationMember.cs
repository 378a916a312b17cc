using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>Whom a member speaks for (C1): each member belongs to one of the three. The numbers are stored.</summary>
public enum MemberGroup
{
    Administration = 1,
    Teachers = 2,
    Parents = 3,
}

/// <summary>Why a member is one no more. The numbers are stored.</summary>
public enum MemberLeaving
{
    /// <summary>Still a member.</summary>
    No = 0,
    Replaced = 1,
    Excused = 2,
}

/// <summary>A member of a convocation, from a day until another.</summary>
public sealed class ConvocationMember : IOfSchool
{
    public const int ReasonLength = 300;

    public required SchoolId School { get; init; }

    public required ConvocationId Convocation { get; init; }

    public required PersonId Person { get; init; }

    public required MemberGroup Group { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The first day on which they are a member no more; null: they are.</summary>
    public DateOnly? To { get; set; }

    public MemberLeaving Leaving { get; set; }

    /// <summary>Why; empty for who is a member.</summary>
    public string Reason { get; set; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<ConvocationMember>
    {
        public void Configure(EntityTypeBuilder<ConvocationMember> builder)
        {
            builder.ToTable("ConvocationMembers");
            builder.HasKey(member => new { member.School, member.Convocation, member.Person });
            builder.HasOne<Person>().WithMany().HasForeignKey(member => new { member.School, member.Person }).OnDelete(DeleteBehavior.Restrict);
            builder.Property(member => member.Reason).HasMaxLength(ReasonLength);
        }
    }
}
