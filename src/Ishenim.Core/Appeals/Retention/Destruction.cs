using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>The numbers are stored: they are never reused.</summary>
public enum DestructionState
{
    /// <summary>The responsible person approved the list; the chair has not yet.</summary>
    Planned = 1,

    /// <summary>It was taken back before the second approval: nothing was destroyed.</summary>
    Cancelled = 2,

    /// <summary>What the list names is destroyed, and an act was made.</summary>
    Done = 3,
}

/// <summary>A list of letters whose term of keeping is over, and what became of it (X5).</summary>
public sealed class Destruction : Storage.IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required DestructionState State { get; set; }

    public required DateOnly PlannedOn { get; init; }

    /// <summary>Who approved it first; null: it was done again after a restore.</summary>
    public PersonId? PlannedBy { get; init; }

    /// <summary>The day on which it was done or cancelled.</summary>
    public DateOnly? EndedOn { get; set; }

    public PersonId? EndedBy { get; set; }

    /// <summary>The act's number in its school year, which is that of <see cref="EndedOn"/>.</summary>
    public int? Number { get; set; }

    /// <summary>The day on which the last backup that holds the letters has expired.</summary>
    public DateOnly? FinalOn { get; set; }

    /// <summary>
    /// Ids of the files that still lie in the store, 32 hexadecimal digits each, with blanks between; null: all that was
    /// destroyed is gone from the disk. Written in the transaction that destroys, so that a program that is killed goes on with it.
    /// </summary>
    public string? FilesLeft { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Destruction>
    {
        public void Configure(EntityTypeBuilder<Destruction> builder)
        {
            builder.ToTable("Destructions");
            builder.HasKey(destruction => new { destruction.School, destruction.Id });
            builder.HasOne<School>().WithMany().HasForeignKey(destruction => destruction.School).OnDelete(DeleteBehavior.Restrict);
            builder.Property(destruction => destruction.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>
/// A letter of a list. It refers to the letter by its id alone: what refers to a letter by a foreign key is destroyed with it.
/// </summary>
public sealed class DestructionItem : Storage.IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Destruction { get; init; }

    public required AppealId Appeal { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DestructionItem>
    {
        public void Configure(EntityTypeBuilder<DestructionItem> builder)
        {
            builder.ToTable("DestructionItems");
            builder.HasKey(item => new { item.School, item.Destruction, item.Appeal });
            builder.HasIndex(item => new { item.School, item.Appeal });
            builder.HasOne<Destruction>().WithMany().HasForeignKey(item => new { item.School, item.Destruction });
        }
    }
}
