using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Mail;

/// <summary>What a notice says; the text stands under <c>mail.NAME.subject</c> and <c>mail.NAME.body</c>.</summary>
public enum Notice
{
    NewLetter = 1,
    UrgentLetter = 2,
    WriterAdded = 3,
    KeyConfirmed = 4,

    /// <summary>To a signed writer: "your letter is answered", neutral.</summary>
    Answered = 5,

    /// <summary>A reader has a new key in the place of a compromised one.</summary>
    KeyReplaced = 6,

    /// <summary>To a signed writer: "there is news of your letter", neutral.</summary>
    WriterStep = 7,

    /// <summary>A letter was given to one of the staff for consideration.</summary>
    Forwarded = 10,

    /// <summary>An executor handed a letter back with a report.</summary>
    HandedBack = 11,

    /// <summary>The box has to be opened in a few days.</summary>
    OpeningComing = 20,
    OpeningToday = 21,

    /// <summary>The day for opening the box is past.</summary>
    OpeningOverdue = 22,

    /// <summary>An opening was begun and not finished in time.</summary>
    OpeningLeftOpen = 23,

    /// <summary>To one who can read it: an urgent letter waits, and nobody has taken it up.</summary>
    UrgentWaits = 30,

    /// <summary>The same to one who cannot: to ring those who can.</summary>
    UrgentNotTakenUp = 31,

    /// <summary>To the chair: somebody asks to see a name.</summary>
    IdentityAsked = 60,

    /// <summary>To those who see the name: the chair approved that somebody else does.</summary>
    IdentityApproved = 61,

    /// <summary>To who asked: the name is given, or the chair refused.</summary>
    IdentityDecided = 62,

    /// <summary>A meeting of the commission: day, hour and place, never what about.</summary>
    MeetingCalled = 70,

    /// <summary>The same within hours.</summary>
    MeetingCalledNow = 71,
    MeetingChanged = 72,
    MeetingCancelled = 73,

    /// <summary>A half-year ends soon, and the commission has met too seldom.</summary>
    HalfYearShort = 75,
}

/// <summary>
/// A notice that waits to be sent, written in the transaction of what it tells, and deleted when it is sent.
/// It never holds a word of a letter.
/// </summary>
public sealed class OutboxMail : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required string To { get; init; }

    /// <summary>ky, ru or en.</summary>
    public required string Language { get; init; }

    public required Notice Notice { get; init; }

    /// <summary>The meeting of the commission that it calls; null for every other notice.</summary>
    public Guid? Meeting { get; init; }

    /// <summary>Not sent before, in UTC: the same moment from which the desk shows it.</summary>
    public required DateTime NotBefore { get; set; }

    public int Attempts { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.ToTable("OutboxMails");
            builder.HasKey(mail => new { mail.School, mail.Id });
            builder.HasIndex(mail => mail.NotBefore);
            builder.Property(mail => mail.To).HasMaxLength(254);
            builder.Property(mail => mail.Language).HasMaxLength(2);
        }
    }
}
