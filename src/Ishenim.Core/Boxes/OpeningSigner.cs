using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>As what somebody signs the act.</summary>
public enum Capacity
{
    Responsible = 1,
    Member = 2,
    Other = 3,
}

/// <summary>Somebody who was present and signs, as the papers name them: later changes of the person change nothing here.</summary>
public sealed class OpeningSigner : IOfSchool
{
    public required SchoolId School { get; init; }

    public required OpeningId Opening { get; init; }

    /// <summary>From 1; the responsible person is the first.</summary>
    public required int Place { get; init; }

    /// <summary>Null for somebody who is not of the staff here.</summary>
    public PersonId? Person { get; init; }

    public required string Name { get; init; }

    public required string Post { get; init; }

    public required Capacity Capacity { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningSigner>
    {
        public void Configure(EntityTypeBuilder<OpeningSigner> builder)
        {
            builder.ToTable("OpeningSigners");
            builder.HasKey(signer => new { signer.School, signer.Opening, signer.Place });
            builder.Property(signer => signer.Name).HasMaxLength(Staff.Person.NameLength);
            builder.Property(signer => signer.Post).HasMaxLength(Staff.Person.PostLength);
        }
    }
}
