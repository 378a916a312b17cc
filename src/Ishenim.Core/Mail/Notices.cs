using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Mail;

internal static class Notices
{
    /// <summary>Puts <see cref="NoticesTo"/> into the outbox.</summary>
    public static void AddNotices(
        this IshenimDb db, School school, IEnumerable<RosterLine> readers, Notice notice, DateTime notBefore, bool restricted) =>
        db.AddRange(db.NoticesTo(school, readers, notice, notBefore, restricted));

    /// <summary>
    /// A notice to each reader, and one to the school's own mailbox. Of a restricted letter that mailbox hears nothing:
    /// whoever the letter is about may read it.
    /// </summary>
    public static IEnumerable<OutboxMail> NoticesTo(
        this IshenimDb db, School school, IEnumerable<RosterLine> readers, Notice notice, DateTime notBefore, bool restricted)
    {
        foreach (var reader in readers)
            if (reader.Email is { } address)
                yield return db.NoticeTo(address, reader.Language, notice, notBefore);
        if (school.Settings.Mailbox is { } mailbox && !restricted)
            yield return db.NoticeTo(mailbox, school.Language, notice, notBefore);
    }

    public static void AddNotice(this IshenimDb db, string to, string language, Notice notice, DateTime notBefore, Guid? meeting = null) =>
        db.Add(db.NoticeTo(to, language, notice, notBefore, meeting));

    private static OutboxMail NoticeTo(this IshenimDb db, string to, string language, Notice notice, DateTime notBefore, Guid? meeting = null) => new()
    {
        School = db.School, Id = Guid.NewGuid(), To = to, Language = language, Notice = notice, NotBefore = notBefore, Meeting = meeting,
    };
}
