using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Appeals;

internal sealed class AppealMapping :
    IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<WriterKey>,
    IEntityTypeConfiguration<Part>, IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals");
        builder.HasKey(appeal => new { appeal.School, appeal.Id });
        builder.HasOne<School>().WithMany().HasForeignKey(appeal => appeal.School).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(appeal => new { appeal.School, appeal.RegisterPlace });
        builder.HasIndex(appeal => new { appeal.School, appeal.Restricted });
        builder.HasIndex(appeal => new { appeal.School, appeal.WrittenAfterClosing });
        // Registered, under consideration, answered: RegisterQueries.Open, in the words that its query has, else SQLite does not take it.
        builder.HasIndex(appeal => new { appeal.School, appeal.RegisterPlace }, "IX_Appeals_Open").HasFilter("\"Facts_State\" IN (1, 2, 3) OR \"WrittenAfterClosing\" IS NOT NULL");
        builder.Property(appeal => appeal.Version).IsConcurrencyToken();
        builder.OwnsOne(appeal => appeal.Facts, facts =>
        {
            facts.Property(values => values.Number).HasMaxLength(20);
        });
    }

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("Grants");
        builder.HasKey(grant => new { grant.School, grant.Appeal, grant.Class, grant.Epoch, grant.Recipient });
        builder.HasIndex(grant => new { grant.School, grant.Recipient });
        builder.HasOne<Appeal>().WithMany().HasForeignKey(grant => new { grant.School, grant.Appeal });
        builder.Ignore(grant => grant.Label);
    }

    public void Configure(EntityTypeBuilder<WriterKey> builder)
    {
        builder.ToTable("WriterKeys");
        builder.HasKey(key => new { key.School, key.Appeal });
        builder.HasIndex(key => new { key.School, key.Lookup }).IsUnique();
        builder.HasOne<Appeal>().WithMany().HasForeignKey(key => new { key.School, key.Appeal });
    }

    public void Configure(EntityTypeBuilder<Part> builder)
    {
        builder.ToTable("Parts");
        builder.HasKey(part => new { part.School, part.Id });
        builder.HasIndex(part => new { part.School, part.Appeal, part.Sequence }).IsUnique();
        builder.HasIndex(part => new { part.School, part.Author, part.Kind });
        builder.HasOne<Appeal>().WithMany().HasForeignKey(part => new { part.School, part.Appeal });
        builder.Property(part => part.Version).IsConcurrencyToken();
        builder.Ignore(part => part.Label);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.HasKey(file => new { file.School, file.Id });
        builder.HasIndex(file => new { file.School, file.Appeal });
        builder.HasOne<Appeal>().WithMany().HasForeignKey(file => new { file.School, file.Appeal });
        builder.Ignore(file => file.NameLabel);
        builder.Ignore(file => file.FileLabel);
    }

    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("ReadMarks");
        builder.HasKey(mark => new { mark.School, mark.Appeal, mark.Person });
        builder.HasOne<Appeal>().WithMany().HasForeignKey(mark => new { mark.School, mark.Appeal });
    }
}
