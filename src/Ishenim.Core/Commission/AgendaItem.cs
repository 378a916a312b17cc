using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Commission;

/// <summary>What an item of the agenda is about. The numbers are stored.</summary>
public enum AgendaKind
{
    ElectChair = 1,
    ElectDeputy = 2,
    ElectSecretary = 3,
    Letter = 4,

    /// <summary>How earlier decisions were carried out: it stands there by itself while any is unfinished.</summary>
    EarlierDecisions = 5,
    Other = 6,
}

/// <summary>
/// An item of a meeting's agenda. What was said of a letter is no column of this row: it is sealed with that letter
/// (docs/adr/0028). Of a restricted letter not even its number stands here.
/// </summary>
public sealed class AgendaItem : IOfSchool
{
    public const int TitleLength = 200;
    public const int TextLength = 4000;

    public required SchoolId School { get; init; }

    /// <summary>Chosen by the form: sent twice, it is put there once.</summary>
    public required Guid Id { get; init; }

    public required MeetingId Meeting { get; set; }

    /// <summary>From 1, in the order in which they are taken up.</summary>
    public required int Place { get; set; }

    public required AgendaKind Kind { get; init; }

    /// <summary>In own words for <see cref="AgendaKind.Other"/>; empty otherwise.</summary>
    public string Title { get; set; } = "";

    public AppealId? Appeal { get; init; }

    /// <summary>The letter's number in the common register; null for a restricted one.</summary>
    public string? Number { get; set; }

    /// <summary>The letter is restricted: only who holds it sees the item, and it stands in an extract of its own.</summary>
    public bool Restricted { get; set; }

    /// <summary>The <see cref="Part.Sequence"/> of what is asked of the commission, sealed with the letter; null: no letter.</summary>
    public int? Ask { get; set; }

    /// <summary>It was taken up and is done with.</summary>
    public bool Closed { get; set; }

    /// <summary>What was heard; empty for a letter's item.</summary>
    public string Heard { get; set; } = "";

    /// <summary>Who spoke and said what; empty for a letter's item.</summary>
    public string Spoke { get; set; } = "";

    /// <summary>The <see cref="Part.Sequence"/> of what was said of the letter, sealed with it; null: nothing yet, or no letter.</summary>
    public int? Minutes { get; set; }

    /// <summary>
    /// Members who took no part in it. Empty for a letter's item, of which it would say whom the letter is about: there its minutes say it.
    /// </summary>
    public IReadOnlyList<PersonId> Recused { get; set; } = [];

    /// <summary>How it was voted, round after round.</summary>
    public IReadOnlyList<Ballot> Ballots { get; set; } = [];

    /// <summary>Who was elected; null otherwise.</summary>
    public PersonId? Elected { get; set; }

    public int Version { get; set; }

    public bool IsElection => Kind is AgendaKind.ElectChair or AgendaKind.ElectDeputy or AgendaKind.ElectSecretary;

    internal sealed class Mapping : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> builder)
        {
            builder.ToTable("AgendaItems");
            builder.HasKey(item => new { item.School, item.Id });
            builder.HasIndex(item => new { item.School, item.Meeting });
            builder.HasIndex(item => new { item.School, item.Appeal });
            builder.HasOne<Meeting>().WithMany().HasForeignKey(item => new { item.School, item.Meeting });
            builder.Property(item => item.Title).HasMaxLength(TitleLength);
            builder.Property(item => item.Number).HasMaxLength(20);
            builder.Property(item => item.Heard).HasMaxLength(TextLength);
            builder.Property(item => item.Spoke).HasMaxLength(TextLength);
            builder.Property(item => item.Recused).HasConversion<Rows<PersonId>.Converter>(Rows<PersonId>.Comparer);
            builder.Property(item => item.Ballots).HasConversion<Rows<Ballot>.Converter>(Rows<Ballot>.Comparer);
            builder.Property(item => item.Version).IsConcurrencyToken();
            builder.Ignore(item => item.IsElection);
        }
    }
}
