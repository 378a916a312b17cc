using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>
/// Somebody who has a letter without its writer's name asks to see the name; the chair, who need not have the letter,
/// approves. Which letter by number and why is sealed for these two alone.
/// </summary>
public sealed class IdentityRequest : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    public required PersonId Requester { get; init; }

    /// <summary>Who is chair when it is asked.</summary>
    public required PersonId Approver { get; init; }

    /// <summary>The <see cref="Part.Sequence"/> of the reason in the letter, for those who will give the name.</summary>
    public required int Reason { get; init; }

    public required IdentityRequestState State { get; set; }

    public required DateOnly AskedOn { get; init; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>An <see cref="AskedIdentity"/> in a text envelope, under a key of this request alone; empty once it ended.</summary>
    public required byte[] Text { get; set; }

    /// <summary>That key, sealed to the approver until they decide; then empty.</summary>
    public required byte[] KeyForApprover { get; set; }

    /// <summary>The same for who asks; empty once it ended, or when the letter is kept from them.</summary>
    public required byte[] KeyForRequester { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdentityRequest>
    {
        public void Configure(EntityTypeBuilder<IdentityRequest> builder)
        {
            builder.ToTable("IdentityRequests");
            builder.HasKey(one => new { one.School, one.Id });
            builder.HasIndex(one => new { one.School, one.Appeal });
            builder.HasIndex(one => new { one.School, one.Approver });
            builder.HasOne<Appeal>().WithMany().HasForeignKey(one => new { one.School, one.Appeal });
            builder.Property(one => one.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>How far a request is. The numbers are stored: they are never renamed.</summary>
public enum IdentityRequestState
{
    /// <summary>The chair has not decided.</summary>
    Asked = 1,

    /// <summary>Whoever sees the name may give it.</summary>
    Approved = 2,

    Refused = 3,

    /// <summary>The key of the name is with who asked.</summary>
    Given = 4,

    /// <summary>Over for another reason: the letter's end, somebody left or is kept from it, another key.</summary>
    Ended = 5,
}
