using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Journal;

/// <summary>The end of a book: its row is locked while a line is added, and tells when the book's tail was cut.</summary>
public sealed class JournalHead : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Book Book { get; init; }

    /// <summary>How many lines the book has.</summary>
    public required long Lines { get; set; }

    /// <summary>The hash of the last line.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>In the book of acts: the last line of the book of arrivals that is tied into it.</summary>
    public long TiedArrivals { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JournalHead>
    {
        public void Configure(EntityTypeBuilder<JournalHead> builder)
        {
            builder.ToTable("JournalHeads");
            builder.HasKey(head => new { head.School, head.Book });
        }
    }
}
