using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>How far a decision is carried out. The numbers are stored.</summary>
public enum DecisionState
{
    Open = 1,
    Done = 2,

    /// <summary>The commission gave it up, and its evidence says why.</summary>
    Dropped = 3,
}

/// <summary>
/// What the commission decided (КОМИССИЯ ТОКТОМ КЫЛАТ): a measure with owner and last day. It never names a writer nor
/// repeats a letter, for it stands in the clear; what is decided of a restricted letter is sealed with that letter.
/// </summary>
public sealed class Decision : IOfSchool
{
    public const int TextLength = 600;
    public const int EvidenceLength = 600;

    public required SchoolId School { get; init; }

    /// <summary>Chosen by the form: sent twice, it is entered once.</summary>
    public required Guid Id { get; init; }

    public required MeetingId Meeting { get; init; }

    /// <summary>The item of the agenda.</summary>
    public required Guid Item { get; init; }

    /// <summary>From 1 in its item: 2.1, 2.2.</summary>
    public required int Place { get; init; }

    public required string Text { get; init; }

    public required PersonId Owner { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DecisionState State { get; set; }

    /// <summary>What shows that it was carried out, or why it was given up; empty while it is open.</summary>
    public string Evidence { get; set; } = "";

    public DateOnly? EndedOn { get; set; }

    public PersonId? EndedBy { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> builder)
        {
            builder.ToTable("Decisions");
            builder.HasKey(decision => new { decision.School, decision.Id });
            builder.HasIndex(decision => new { decision.School, decision.State });
            builder.HasIndex(decision => new { decision.School, decision.Item });
            builder.HasOne<AgendaItem>().WithMany().HasForeignKey(decision => new { decision.School, decision.Item });
            builder.Property(decision => decision.Text).HasMaxLength(TextLength);
            builder.Property(decision => decision.Evidence).HasMaxLength(EvidenceLength);
            builder.Property(decision => decision.Version).IsConcurrencyToken();
        }
    }
}
