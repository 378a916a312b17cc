using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Journal;

/// <summary>The journal has two books, so that no arrival can be timed by its neighbours.</summary>
public enum Book
{
    /// <summary>Letters and writers' steps, with the day only.</summary>
    Arrivals = 1,

    /// <summary>What staff did, with the time.</summary>
    Acts = 2,
}

/// <summary>One line of a book. It is never changed; it holds ids and verbs, nothing personal.</summary>
public sealed class JournalLine : IOfSchool
{
    public const int VerbLength = 40;
    public const int DetailLength = 300;
    public const int HashBytes = 32;

    public required SchoolId School { get; init; }

    public required Book Book { get; init; }

    /// <summary>From 1, without gaps, in its book.</summary>
    public required long Number { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>To the second, in UTC; null in the book of arrivals.</summary>
    public DateTime? At { get; init; }

    /// <summary>Who did it; null: a writer, or the program itself.</summary>
    public PersonId? Actor { get; init; }

    public required string Verb { get; init; }

    public AppealId? Appeal { get; init; }

    /// <summary>Whom it concerns, where that is somebody else than the actor.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Ids, numbers and commitments only.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 over the line before and this line; 32 bytes.</summary>
    public required byte[] Hash { get; init; }

    internal JournalLine WithHash(byte[] hash) => new()
    {
        School = School, Book = Book, Number = Number, Day = Day, At = At, Actor = Actor,
        Verb = Verb, Appeal = Appeal, Person = Person, Detail = Detail, Hash = hash,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<JournalLine>
    {
        public void Configure(EntityTypeBuilder<JournalLine> builder)
        {
            builder.ToTable("JournalLines");
            builder.HasKey(line => new { line.School, line.Book, line.Number });
            builder.HasIndex(line => new { line.School, line.Appeal });
            builder.Property(line => line.Verb).HasMaxLength(VerbLength);
            builder.Property(line => line.Detail).HasMaxLength(DetailLength);
        }
    }
}
