using Ishenim.Core.Commission;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Settings;
using Ishenim.Words;

namespace Ishenim.Mail;

/// <summary>What is sent: never a word or a number of a letter.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Calendar">A calendar file to go with it; null for none.</param>
internal sealed record NoticeText(string Subject, string Body, byte[]? Calendar = null);

/// <summary>Words notices in the language of who gets them.</summary>
internal sealed class NoticeTexts(WordBook words, ServerSettings settings)
{
    /// <param name="mail">Whom it goes to.</param>
    /// <param name="school">Whose it is.</param>
    /// <param name="meeting">The meeting that it calls; null for every other notice.</param>
    public NoticeText For(OutboxMail mail, School school, Meeting? meeting)
    {
        var say = words.In(mail.Language);
        (string, object?)[] fill = [("school", school.Name.In(mail.Language)), ("link", Link(mail.Notice, school)), .. MeetingInvitations.Fill(meeting)];
        return new NoticeText(say[$"mail.{mail.Notice}.subject", fill], say[$"mail.{mail.Notice}.body", fill], meeting is null ? null : MeetingInvitations.File(meeting, school, say, mail.NotBefore));
    }

    private string Link(Notice notice, School school)
    {
        var site = settings.PublicUrl ?? new UriBuilder(settings.IsHttps ? "https" : "http", settings.Listen.ToString(), settings.Port).Uri;
        var prefix = school.Place == 1 ? "" : $"s/{school.Slug}/";
        return new Uri(site, prefix + (notice is Notice.Answered or Notice.WriterStep ? "answer" : "desk")).AbsoluteUri;
    }
}
