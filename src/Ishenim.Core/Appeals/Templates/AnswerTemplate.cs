using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals.Templates;

/// <summary>
/// A school's own wording of an answer, which a reader puts into the reply and goes on writing. It belongs to no letter and
/// is not sealed: nothing of a letter may stand in it.
/// </summary>
public sealed class AnswerTemplate : IOfSchool
{
    public const int TitleLength = 80;
    public const int TextLength = 4_000;

    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The built-in one in whose place it stands; null: one of its own.</summary>
    public required BuiltIn? Replaces { get; init; }

    /// <summary>The subject that it is for; null: every one.</summary>
    public required Subject? Subject { get; set; }

    /// <summary>Of the letters that it answers: ky, ru or en.</summary>
    public required string Language { get; set; }

    public required string Title { get; set; }

    /// <summary>Plain text with <see cref="Placeholder"/>s in braces.</summary>
    public required string Text { get; set; }

    /// <summary>Guards against two people editing at once.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AnswerTemplate>
    {
        public void Configure(EntityTypeBuilder<AnswerTemplate> builder)
        {
            builder.ToTable("AnswerTemplates");
            builder.HasKey(one => new { one.School, one.Id });
            builder.HasIndex(one => new { one.School, one.Replaces, one.Language }).IsUnique();
            builder.HasOne<School>().WithMany().HasForeignKey(one => one.School).OnDelete(DeleteBehavior.Restrict);
            builder.Property(one => one.Language).HasMaxLength(2);
            builder.Property(one => one.Title).HasMaxLength(TitleLength);
            builder.Property(one => one.Text).HasMaxLength(TextLength);
            builder.Property(one => one.Version).IsConcurrencyToken();
        }
    }
}
