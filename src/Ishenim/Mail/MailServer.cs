using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Ishenim.Settings;

namespace Ishenim.Mail;

/// <summary>Hands a notice to the mail server of the settings, over STARTTLS where they say so.</summary>
internal sealed class MailServer(SmtpSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether anything listens there.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, waiting.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>True: the server has taken it.</summary>
    public async Task<bool> TrySendAsync(NoticeText text, string to, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = (int)Patience.TotalMilliseconds };
            if (settings.User is not null)
                client.Credentials = new NetworkCredential(settings.User, settings.Password);
            using var message = new MailMessage(settings.From, to, text.Subject, text.Body) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
            // RFC 3834: no vacation answer comes back, and no other robot's.
            message.Headers.Add("Auto-Submitted", "auto-generated");
            if (text.Calendar is { } calendar)
                message.Attachments.Add(new Attachment(new MemoryStream(calendar), "meeting.ics", "text/calendar"));
            await client.SendMailAsync(message, waiting.Token);
            return true;
        }
        catch (Exception fault) when (fault is SmtpException or FormatException or InvalidOperationException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
