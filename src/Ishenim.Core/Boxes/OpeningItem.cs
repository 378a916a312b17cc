using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Boxes;

/// <summary>Why something from the box is no appeal (кайрылууга жатпайт).</summary>
public enum SetAside
{
    /// <summary>It is an appeal.</summary>
    No = 0,
    Empty = 1,
    Advertisement = 2,
    Joke = 3,
    Unreadable = 4,
}

/// <summary>
/// One thing that was taken from the box: a registered letter, or something set aside. Of a restricted letter it holds
/// nothing but the number of sheets: neither number nor id nor kind, for who reads the act may be whom it is about.
/// </summary>
public sealed class OpeningItem : IOfSchool
{
    public required SchoolId School { get; init; }

    public required OpeningId Opening { get; init; }

    /// <summary>Chosen by the form: sent twice, it is entered once.</summary>
    public required Guid Entry { get; init; }

    /// <summary>From 1, in the order in which they were entered.</summary>
    public required int Place { get; init; }

    public required SetAside SetAside { get; init; }

    public required int Sheets { get; init; }

    public bool Restricted { get; init; }

    /// <summary>A closed envelope: counted, and not read by who registered it.</summary>
    public bool Closed { get; init; }

    /// <summary>The letter; null for a restricted one, and for what is none.</summary>
    public AppealId? Appeal { get; init; }

    /// <summary>Its number of the common register.</summary>
    public string? Number { get; init; }

    public Kind? Kind { get; init; }

    public bool? Signed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningItem>
    {
        public void Configure(EntityTypeBuilder<OpeningItem> builder)
        {
            builder.ToTable("OpeningItems");
            builder.HasKey(item => new { item.School, item.Opening, item.Entry });
            builder.HasOne<Opening>().WithMany().HasForeignKey(item => new { item.School, item.Opening });
            builder.Property(item => item.Number).HasMaxLength(20);
        }
    }
}
