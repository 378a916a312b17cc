using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>
/// A convocation (комиссиянын курамы): the commission as one order of the director appointed it. Composed until it is
/// convened; over when the next one is.
/// </summary>
public sealed class Convocation : IOfSchool
{
    public const int OrderNumberLength = SchoolSettings.OrderNumberLength;

    public required SchoolId School { get; init; }

    public required ConvocationId Id { get; init; }

    public required string OrderNumber { get; set; }

    public required DateOnly OrderOn { get; set; }

    /// <summary>Who signed the order, as the paper names them.</summary>
    public required string SignedBy { get; set; }

    /// <summary>The first day of its term.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day of its term.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>When the first meeting shall be, as the order says.</summary>
    public required DateOnly FirstMeetingOn { get; set; }

    /// <summary>It was appointed, and its chair elected, before the school used this program (X8).</summary>
    public required bool TakenOver { get; init; }

    /// <summary>Null while it is composed.</summary>
    public DateOnly? ConvenedOn { get; set; }

    /// <summary>Null while it is the commission; the day on which the next one was convened.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Elected by its members (C3); null: not yet, or the chair left.</summary>
    public PersonId? Chair { get; set; }

    /// <summary>Stands in for the chair; null: none was elected.</summary>
    public PersonId? Deputy { get; set; }

    public PersonId? Secretary { get; set; }

    public int Version { get; set; }

    public ICollection<ConvocationMember> Members { get; } = [];

    /// <summary>No meeting is entered before it; of one that was brought over, those before stand on paper with their numbers (X8).</summary>
    public DateOnly FirstMeetingDay => TakenOver || From > ConvenedOn ? ConvenedOn ?? From : From;

    /// <summary>Who is of it on that day.</summary>
    public IEnumerable<ConvocationMember> At(DateOnly day) => Members.Where(member => member.From <= day && (member.To is null || day < member.To));

    internal sealed class Mapping : IEntityTypeConfiguration<Convocation>
    {
        public void Configure(EntityTypeBuilder<Convocation> builder)
        {
            builder.ToTable("Convocations");
            builder.HasKey(convocation => new { convocation.School, convocation.Id });
            builder.Property(convocation => convocation.OrderNumber).HasMaxLength(OrderNumberLength);
            builder.Property(convocation => convocation.SignedBy).HasMaxLength(Person.NameLength);
            builder.Property(convocation => convocation.Version).IsConcurrencyToken();
            builder.Ignore(convocation => convocation.FirstMeetingDay);
            builder.HasMany(convocation => convocation.Members).WithOne().HasForeignKey(member => new { member.School, member.Convocation });
        }
    }
}
