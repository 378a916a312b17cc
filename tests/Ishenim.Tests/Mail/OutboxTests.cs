using System.Diagnostics;
using System.Text;
using Ishenim.Core.Commission;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Mail;
using Ishenim.Protection;
using Ishenim.Settings;
using Ishenim.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ishenim.Tests.Mail;

public sealed class OutboxTests
{
    private const string To = "okurman@example.kg";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SendDueAsync_DueAndLater_SendsTheDueOnceAndForgetsIt(DatabaseKind kind)
    {
        await using var sink = await MailSink.StartAsync();
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await AddAsync(school, TimeSpan.Zero);
        await AddAsync(school, TimeSpan.FromHours(1));
        var outbox = New(school, sink.Port);

        Assert.Equal(1, await outbox.SendDueAsync(CancellationToken.None));
        Assert.Equal(0, await outbox.SendDueAsync(CancellationToken.None));
        Assert.Equal(1, await LeftAsync(school));
        school.Time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, await outbox.SendDueAsync(CancellationToken.None));

        Assert.Equal(0, await LeftAsync(school));
        Assert.Equal(2, sink.Mails.Count);
        Assert.All(sink.Mails, mail => Assert.StartsWith("RCPT " + To, mail, StringComparison.Ordinal));
        Assert.Contains("https://ishenim.example.kg/desk", Body(sink.Mails[0]), StringComparison.Ordinal);
        Assert.Contains("№ 5 орто мектеп", Body(sink.Mails[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SendDueAsync_SeveralNodesAtOnce_SendEachMailOnce(DatabaseKind kind)
    {
        await using var sink = await MailSink.StartAsync();
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        for (var i = 0; i < 20; i++)
            await AddAsync(school, TimeSpan.Zero);

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => New(school, sink.Port).SendDueAsync(CancellationToken.None)));

        Assert.Equal((20, 20, 0), (sent.Sum(), sink.Mails.Count, await LeftAsync(school)));
    }

    /// <summary>Day, hour and place, and the same for a calendar program; not a word of what about.</summary>
    [Fact]
    public async Task SendDueAsync_MeetingCalled_SaysWhenAndWhereAndBringsACalendarFile()
    {
        await using var sink = await MailSink.StartAsync();
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var school = commission.School;
        await using (var db = database.Open(school.Id))
            await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, person => person.Id == commission.Chair.Id ? To : null));
        var (meetings, chair, id) = (new Meetings(database.Gate), commission.Chair.Now(school), MeetingId.New());
        await meetings.PlanAsync(chair, new NewMeeting { Id = id, On = new DateOnly(2026, 9, 21), At = new TimeOnly(15, 10), Place = "12-кабинет", Guests = "", Extraordinary = false });
        await meetings.AddItemAsync(chair, id, new NewAgendaItem(Guid.NewGuid(), AgendaKind.Other, "Ашкананын абалы"));

        Assert.Equal(1, await New(school, sink.Port).SendDueAsync(CancellationToken.None));
        var parts = Parts(sink.Mails[0]);
        Assert.Contains("2026‑жыл, саат 15:10. Орду: 12-кабинет.", parts[0], StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260921T091000Z", parts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Ашкана", string.Concat(parts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendDueAsync_ServerRefuses_TriesAgainLaterAndGivesUp()
    {
        await using var sink = await MailSink.StartAsync("refuse");
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await AddAsync(school, TimeSpan.Zero);
        var before = await MailAsync(school);
        var outbox = New(school, sink.Port);

        for (var attempt = 1; attempt < Outbox.MostAttempts; attempt++)
        {
            await outbox.SendDueAsync(CancellationToken.None);
            await outbox.SendDueAsync(CancellationToken.None); // within the pause: nothing
            var after = await MailAsync(school);
            // The row tells how often, never when.
            Assert.Equal((attempt, before!.NotBefore), (after!.Attempts, after.NotBefore));
            school.Time.Pass(Outbox.PauseAfter(attempt));
        }
        await outbox.SendDueAsync(CancellationToken.None);

        Assert.Equal(0, await LeftAsync(school));
        Assert.InRange((school.Time.Now - new StoppedClock().Now).TotalHours, 36, 72);
    }

    [Fact]
    public async Task SendDueAsync_ServerDown_KeepsTheMail()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await AddAsync(school, TimeSpan.Zero);

        Assert.Equal(0, await New(school, PostgresServer.FreePort()).SendDueAsync(CancellationToken.None));

        Assert.Equal(1, await LeftAsync(school));
    }

    [Fact]
    public async Task SendDueAsync_ServerNeverAnswers_IsLeftInTimeAndHoldsNoLetterUp()
    {
        await using var sink = await MailSink.StartAsync("slow");
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await AddAsync(school, TimeSpan.Zero);
        var clock = Stopwatch.StartNew();

        var sending = New(school, sink.Port).SendDueAsync(CancellationToken.None);
        await school.AcceptAsync(TestSchool.Letter("Почта күтүп турганда"));
        var accepted = clock.Elapsed;
        Assert.Equal(0, await sending);

        Assert.True(accepted < TimeSpan.FromSeconds(10), $"a letter waited {accepted} for the mail server");
        Assert.InRange(clock.Elapsed.TotalSeconds, 15, 40);
    }

    [Fact]
    public async Task SendDueAsync_NoServerSet_DropsAll()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await AddAsync(school, TimeSpan.FromHours(1));

        await New(school, null).SendDueAsync(CancellationToken.None);

        Assert.Equal(0, await LeftAsync(school));
    }

    [Fact]
    public void For_EveryNoticeAndLanguage_HasWordsWithTheLink()
    {
        var words = WordBook.Embedded(typeof(WordBook).Assembly);
        foreach (var notice in Enum.GetNames<Notice>())
            foreach (var language in WordBook.Languages)
            {
                Assert.NotEmpty(words[language, $"mail.{notice}.subject"]);
                Assert.Contains("{link}", words[language, $"mail.{notice}.body"], StringComparison.Ordinal);
            }
    }

    private static Outbox New(TestSchool school, int? port)
    {
        var smtp = port is null ? null : new SmtpSettings("127.0.0.1", port.Value, "ishenim@example.kg", null, null, false);
        var settings = new ServerSettings { Storage = school.Database.Settings, PublicUrl = new Uri("https://ishenim.example.kg"), Smtp = smtp };
        var texts = new NoticeTexts(WordBook.Embedded(typeof(WordBook).Assembly), settings);
        return new Outbox(school.Database.Gate, texts, new DailyFaults(NullLogger<DailyFaults>.Instance), school.Time, smtp is null ? null : new MailServer(smtp));
    }

    private static async Task AddAsync(TestSchool school, TimeSpan after)
    {
        await using var db = school.Database.Open(school.Id);
        db.Add(new OutboxMail { School = school.Id, Id = Guid.NewGuid(), To = To, Language = "ky", Notice = Notice.NewLetter, NotBefore = school.Clock.UtcNow + after });
        await db.SaveChangesAsync();
    }

    private static async Task<OutboxMail?> MailAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync();
    }

    private static async Task<int> LeftAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<OutboxMail>().CountAsync();
    }

    /// <summary>The text and the files of a mail in parts, each sent as base 64.</summary>
    private static IReadOnlyList<string> Parts(string mail) => [.. mail.ReplaceLineEndings("\n").Split("\n--").Skip(1).Where(part => part.Contains("base64", StringComparison.Ordinal))
        .Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(part.Split("\n\n", 2)[1].Split('\n')))))];

    /// <summary>The text that was sent as base 64.</summary>
    private static string Body(string mail) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.ReplaceLineEndings("\n").Split("\n\n", 2)[1].Split('\n'))));
}
