using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Mail;

internal static class Notices
{
    /// <summary>
    /// Puts a notice to each reader into the outbox, and one to the school's own mailbox. Of a restricted letter that
    /// mailbox hears nothing: whoever the letter is about may read it.
    /// </summary>
    public static void AddNotices(
        this IshenimDb db, School school, IEnumerable<RosterLine> readers, Notice notice, DateTime notBefore, bool restricted)
    {
        foreach (var reader in readers)
            if (reader.Email is { } address)
                db.AddNotice(address, reader.Language, notice, notBefore);
        if (school.Settings.Mailbox is { } mailbox && !restricted)
            db.AddNotice(mailbox, school.Language, notice, notBefore);
    }

    public static void AddNotice(this IshenimDb db, string to, string language, Notice notice, DateTime notBefore) =>
        db.Add(new OutboxMail
        {
            School = db.School, Id = Guid.NewGuid(), To = to, Language = language, Notice = notice, NotBefore = notBefore,
        });
}
