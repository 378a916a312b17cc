using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Settings;
using Ishenim.Words;

namespace Ishenim.Mail;

/// <summary>What is sent: never a word or a number of a letter.</summary>
internal sealed record NoticeText(string Subject, string Body);

/// <summary>Words notices in the language of who gets them.</summary>
internal sealed class NoticeTexts(WordBook words, ServerSettings settings)
{
    public NoticeText For(OutboxMail mail, School school)
    {
        var say = words.In(mail.Language);
        (string, object?)[] fill = [("school", school.Name.In(mail.Language)), ("link", Link(mail.Notice, school))];
        return new NoticeText(say[$"mail.{mail.Notice}.subject", fill], say[$"mail.{mail.Notice}.body", fill]);
    }

    private string Link(Notice notice, School school)
    {
        var site = settings.PublicUrl ?? new UriBuilder(settings.IsHttps ? "https" : "http", settings.Listen.ToString(), settings.Port).Uri;
        var prefix = school.Place == 1 ? "" : $"s/{school.Slug}/";
        return new Uri(site, prefix + (notice is Notice.Answered or Notice.WriterStep ? "answer" : "desk")).AbsoluteUri;
    }
}
