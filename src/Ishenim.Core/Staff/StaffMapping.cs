using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Staff;

internal sealed class StaffMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonRole>, IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<StaffSession>, IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasKey(person => new { person.School, person.Id });
        builder.HasOne<School>().WithMany().HasForeignKey(person => person.School).OnDelete(DeleteBehavior.Restrict);
        builder.Property(person => person.Name).HasMaxLength(Person.NameLength);
        builder.Property(person => person.Post).HasMaxLength(Person.PostLength);
        builder.Property(person => person.Email).HasMaxLength(Person.EmailLength);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.Property(person => person.Version).IsConcurrencyToken();
        builder.HasMany(person => person.Roles).WithOne().HasForeignKey(role => new { role.School, role.Person });
        builder.HasOne(person => person.Account).WithOne()
            .HasForeignKey<Account>(account => new { account.School, account.Person });
    }

    public void Configure(EntityTypeBuilder<PersonRole> builder)
    {
        builder.ToTable("PersonRoles");
        builder.HasKey(role => new { role.School, role.Person, role.Role });
    }

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasKey(account => new { account.School, account.Person });
        builder.HasIndex(account => new { account.School, account.Login }).IsUnique();
        builder.Property(account => account.Login).HasMaxLength(Account.LoginLength);
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.Ignore(account => account.Lock);
        builder.Ignore(account => account.MayRead);
        builder.Ignore(account => account.MayHoldLetters);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.HasKey(invitation => new { invitation.School, invitation.TokenHash });
        builder.Property(invitation => invitation.UsedAt).IsConcurrencyToken();
        builder.HasOne<School>().WithMany().HasForeignKey(invitation => invitation.School);
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("StaffSessions");
        builder.HasKey(session => new { session.School, session.Id });
        builder.HasIndex(session => new { session.School, session.Person });
        builder.Property(session => session.Device).HasMaxLength(StaffSession.DeviceLength);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("KnownDevices");
        builder.HasKey(device => new { device.School, device.Person, device.TokenHash });
    }
}
