using Ishenim.Core.Commission;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Protection;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Mail;

/// <summary>
/// Sends the notices that are due, each once. On PostgreSQL a node locks the row while it sends, so that others pass it
/// by and a killed node loses nothing; on SQLite there is one process. When to try again is kept in memory only: a row
/// that told the time of an attempt would tell when its letter came.
/// </summary>
internal sealed class Outbox(DatabaseGate database, NoticeTexts texts, DailyFaults faults, TimeProvider time, MailServer? server = null)
{
    public const int MostAttempts = 16;
    private const int AtOnce = 50;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private readonly Dictionary<Guid, DateTime> _notBefore = [];

    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        if (server is null)
            return await DropAllAsync(cancellation);
        var sent = 0;
        foreach (var (school, id) in await DueAsync(cancellation))
            if (await SendAsync(server, school, id, cancellation))
                sent++;
        return sent;
    }

    /// <summary>Without a mail server nobody is told by mail, and no address is kept for nothing.</summary>
    private async Task<int> DropAllAsync(CancellationToken cancellation)
    {
        await using var db = database.OpenInstallation();
        if (await db.Set<OutboxMail>().IgnoreQueryFilters().AnyAsync(cancellation))
            await database.InTransactionAsync(db, () => db.Set<OutboxMail>().IgnoreQueryFilters().ExecuteDeleteAsync(cancellation));
        return 0;
    }

    private async Task<List<(SchoolId School, Guid Id)>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var waiting = _notBefore.Where(one => one.Value > now).Select(one => one.Key).ToList();
        await using var db = database.OpenInstallation();
        var due = await db.Set<OutboxMail>().IgnoreQueryFilters().AsNoTracking()
            .Where(mail => mail.NotBefore <= now && !waiting.Contains(mail.Id))
            .OrderBy(mail => mail.NotBefore).Take(AtOnce).Select(mail => new { mail.School, mail.Id }).ToListAsync(cancellation);
        return due.ConvertAll(mail => (mail.School, mail.Id));
    }

    private async Task<bool> SendAsync(MailServer server, SchoolId school, Guid id, CancellationToken cancellation)
    {
        await using var db = database.Open(school);
        await using var transaction = database.IsSqlite ? null : await db.Database.BeginTransactionAsync(cancellation);
        if (await ClaimAsync(db, id, cancellation) is not { } mail)
            return false;
        var meeting = mail.Meeting is { } called ? await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == new MeetingId(called), cancellation) : null;
        var text = texts.For(mail, await db.Set<School>().AsNoTracking().SingleAsync(one => one.Id == school, cancellation), meeting);
        var sent = await server.TrySendAsync(text, mail.To, cancellation);
        mail.Attempts++;
        if (sent || mail.Attempts >= MostAttempts)
            db.Remove(mail);
        if (transaction is null)
            await database.InTransactionAsync(db, () => Task.CompletedTask);
        else
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        Remember(mail, sent);
        return sent;
    }

    private Task<OutboxMail?> ClaimAsync(IshenimDb db, Guid id, CancellationToken cancellation) => database.IsSqlite
        ? db.Set<OutboxMail>().SingleOrDefaultAsync(mail => mail.Id == id, cancellation)
        : db.Set<OutboxMail>().FromSql(
            $"""SELECT * FROM "OutboxMails" WHERE "School" = {db.School.Value} AND "Id" = {id} FOR UPDATE SKIP LOCKED""").SingleOrDefaultAsync(cancellation);

    private void Remember(OutboxMail mail, bool sent)
    {
        _notBefore.Remove(mail.Id);
        if (sent)
            return;
        faults.Count(mail.Attempts >= MostAttempts ? "a notice given up: the mail server would not take it" : "a notice not sent: the mail server did not take it");
        if (mail.Attempts < MostAttempts)
            _notBefore[mail.Id] = time.GetUtcNow().UtcDateTime + PauseAfter(mail.Attempts);
    }

    /// <summary>One minute, two, four … at most six hours: given up after about two days.</summary>
    internal static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalMinutes));
}
