using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Journal;

/// <summary>The forms that are issued once and never change. The numbers are stored: they are never reused.</summary>
public enum FormKind
{
    /// <summary>The act of taking appeals from the box.</summary>
    Act = 1,

    /// <summary>An opening at which nothing was found: a line of the journal of openings, and no act.</summary>
    EmptyOpening = 2,

    /// <summary>What an act or an opening should have said.</summary>
    Correction = 3,

    /// <summary>A key went from hand to hand.</summary>
    KeyHandOver = 4,

    /// <summary>The protocol of a meeting of the commission; what concerns a letter stays sealed with it and is bound by a commitment.</summary>
    Protocol = 5,

    /// <summary>The order that appoints a commission.</summary>
    Order = 6,

    /// <summary>What was destroyed after its term of keeping.</summary>
    Destruction = 20,
}

/// <summary>
/// A form as it was issued, without its foot: printed again a year later it is the same in every word. A line of the
/// journal holds its hash, and that line's fingerprint stands at the form's foot.
/// </summary>
public sealed class FrozenForm : IOfSchool
{
    public required SchoolId School { get; init; }

    public required FormKind Kind { get; init; }

    public required SchoolYear Year { get; init; }

    /// <summary>From 1 in its kind and school year.</summary>
    public required int Number { get; init; }

    /// <summary>What it is of: an opening, a hand-over.</summary>
    public required Guid Of { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>JSON, as it was hashed: never written anew.</summary>
    public required string Content { get; init; }

    /// <summary>The line of the book of acts that freezes it.</summary>
    public required long Line { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FrozenForm>
    {
        public void Configure(EntityTypeBuilder<FrozenForm> builder)
        {
            builder.ToTable("FrozenForms");
            builder.HasKey(form => new { form.School, form.Kind, form.Year, form.Number });
            builder.HasIndex(form => new { form.School, form.Of });
            builder.Property(form => form.Year).HasConversion<SchoolYearConverter>();
        }
    }
}
