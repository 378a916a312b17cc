using Ishenim.Core.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Schools;

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.ToTable("Schools");
        builder.HasKey(school => school.Id);
        builder.HasIndex(school => school.Slug).IsUnique();
        builder.HasIndex(school => school.Place).IsUnique();
        builder.Property(school => school.Slug).HasMaxLength(School.SlugLength);
        builder.Property(school => school.Town).HasMaxLength(School.TownLength);
        builder.Property(school => school.Language).HasMaxLength(2);
        builder.Property(school => school.TimeZone).HasMaxLength(60);
        builder.Ignore(school => school.CodeArgon);
        builder.Ignore(school => school.OfficialLanguage);
        builder.Property(school => school.Version).IsConcurrencyToken();
        builder.ComplexProperty(school => school.Name, name =>
        {
            name.Property(forms => forms.Kyrgyz).HasMaxLength(School.NameLength);
            name.Property(forms => forms.KyrgyzGenitive).HasMaxLength(School.NameLength);
            name.Property(forms => forms.Russian).HasMaxLength(School.NameLength);
            name.Property(forms => forms.RussianGenitive).HasMaxLength(School.NameLength);
        });
        builder.ComplexProperty(school => school.Settings, ConfigureSettings);
        builder.Property(school => school.CalendarBook).HasConversion(
            book => book!.ToJson(), json => CalendarBook.FromJson(json),
            new ValueComparer<CalendarBook?>((one, other) => (one == null ? null : one.ToJson()) == (other == null ? null : other.ToJson()), book => book!.ToJson().GetHashCode(StringComparison.Ordinal), book => book));
    }

    private static void ConfigureSettings(ComplexPropertyBuilder<SchoolSettings> settings)
    {
        settings.Ignore(values => values.FileBytes);
        settings.Ignore(values => values.LeastSigners);
        settings.Ignore(values => values.WishedMembers);
        settings.Ignore(values => values.Quorum);
        settings.Ignore(values => values.LeastMeetings);
        settings.Property(values => values.BoxPlace).HasMaxLength(SchoolSettings.BoxPlaceLength);
        settings.Property(values => values.Mailbox).HasMaxLength(SchoolSettings.MailboxLength);
        settings.Property(values => values.SiteOrigin).HasMaxLength(SchoolSettings.SiteOriginLength);
        settings.Property(values => values.ShowBoard).HasDefaultValue(false);
        settings.Property(values => values.ShowOpener).HasDefaultValue(false);
        settings.Property(values => values.OrderNumber).HasMaxLength(SchoolSettings.OrderNumberLength);
        settings.Property(values => values.AppearAtHours).HasMaxLength(100).HasConversion(
            hours => string.Join(',', hours),
            stored => SchoolRow.Hours(stored),
            new ValueComparer<IReadOnlyList<int>>(
                (one, other) => one!.SequenceEqual(other!),
                hours => hours.Aggregate(17, HashCode.Combine),
                hours => hours.ToList()));
    }
}
