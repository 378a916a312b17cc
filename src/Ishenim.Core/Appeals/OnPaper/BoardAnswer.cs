using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.OnPaper;

/// <summary>
/// An answer for the notice board, to a letter whose writer has no code. It hangs where everybody reads it: it is not
/// sealed, and holds the letter's number and day and no word of it.
/// </summary>
public sealed class BoardAnswer : IOfSchool
{
    public const int TextLength = 4000;

    public required SchoolId School { get; init; }

    public required AppealId Appeal { get; init; }

    /// <summary>Of the common register; a restricted letter has no answer here.</summary>
    public required string Number { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required DateOnly AnsweredOn { get; init; }

    public required string Text { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BoardAnswer>
    {
        public void Configure(EntityTypeBuilder<BoardAnswer> builder)
        {
            builder.ToTable("BoardAnswers");
            builder.HasKey(answer => new { answer.School, answer.Appeal });
            builder.HasOne<Appeal>().WithMany().HasForeignKey(answer => new { answer.School, answer.Appeal });
            builder.Property(answer => answer.Number).HasMaxLength(20);
            builder.Property(answer => answer.Text).HasMaxLength(TextLength);
        }
    }
}
