using Ishenim.Core.Appeals;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>Who is told of a new letter, by which notice and from when.</summary>
public sealed class LetterNoticesTests
{
    private const string Mailbox = "ishenim@mektep.example";

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false, Notice.NewLetter)]
    [InlineData(DatabaseKind.Postgres, false, Notice.NewLetter)]
    [InlineData(DatabaseKind.Sqlite, true, Notice.UrgentLetter)]
    [InlineData(DatabaseKind.Postgres, true, Notice.UrgentLetter)]
    public async Task AcceptAsync_LetterOfAnybody_TellsUsualReadersAndTheMailbox(DatabaseKind kind, bool urgent, Notice notice)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await OpenAsync(database);

        await school.AcceptAsync(TestSchool.Letter("Кат") with { Urgent = urgent });

        var mails = await MailsAsync(school);
        Assert.Equal(["director@mektep.example", Mailbox, "responsible@mektep.example"], mails.Select(mail => mail.To));
        Assert.All(mails, mail => Assert.Equal((notice, "ky"), (mail.Notice, mail.Language)));
    }

    [Theory]
    [InlineData(About.Director, "chair@mektep.example")]
    [InlineData(About.Responsible, "chair@mektep.example director@mektep.example")]
    [InlineData(About.Deputy, "chair@mektep.example director@mektep.example")]
    public async Task AcceptAsync_RestrictedLetter_TellsItsReadersAndNoMailbox(About about, string told)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await OpenAsync(database);

        await school.AcceptAsync(TestSchool.Letter("Кат", about));
        await school.AcceptAsync(TestSchool.Letter("Шашылыш кат", about) with { Urgent = true });

        var mails = await MailsAsync(school);
        foreach (var notice in new[] { Notice.NewLetter, Notice.UrgentLetter })
            Assert.Equal(told.Split(' '), mails.Where(mail => mail.Notice == notice).Select(mail => mail.To));
        Assert.Equal(2 * told.Split(' ').Length, mails.Count);
    }

    [Fact]
    public async Task AcceptAsync_LetterAboutTheChair_IsKeptFromTheMailbox()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await OpenAsync(database);

        await school.AcceptAsync(TestSchool.Letter("Кат", About.Chair));

        Assert.Equal(["director@mektep.example", "responsible@mektep.example"], (await MailsAsync(school)).Select(mail => mail.To));
    }

    [Theory]
    [InlineData(false, "2026-09-15T08:00:00Z")]
    [InlineData(true, "2026-09-14T18:00:00Z")]
    public async Task AcceptAsync_FixedHours_NoticeGoesWhenTheDeskShowsTheLetter(bool urgent, string from)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await OpenAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [8, 14] };

        await school.AcceptAsync(TestSchool.Letter("Кат") with { Urgent = urgent });

        var moment = DateTime.Parse(from, null, System.Globalization.DateTimeStyles.RoundtripKind);
        var mails = await MailsAsync(school);
        Assert.Equal(3, mails.Count);
        Assert.All(mails, mail => Assert.Equal(moment, mail.NotBefore));
        await using var db = database.Open(school.Id);
        Assert.Equal(moment, (await db.Set<Appeal>().SingleAsync()).AppearsAt);
    }

    [Fact]
    public async Task AcceptAsync_ReadersWithoutAddressAndNoMailbox_TellsNobody()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        await school.AcceptAsync(TestSchool.Letter("Кат"));

        Assert.Empty(await MailsAsync(school));
    }

    /// <summary>Everybody has an address, those too who must hear of no letter; and the school has a mailbox.</summary>
    private static async Task<TestSchool> OpenAsync(TestDatabase database)
    {
        var school = await TestSchool.OpenAsync(database);
        school.School.Settings = school.School.Settings with { Mailbox = Mailbox };
        var others = new[]
        {
            await school.AddAsync("Данияр Мүчөев", Position.Other, Role.Member), await school.AddAsync("Элнура Аткарова", Position.Other, Role.Executor),
            await school.AddAsync("Жаныбек Тейлөөчүев", Position.Other, Role.Administrator),
            await school.AddAsync("Нурлан Жаңыбаев", Position.Other, confirmed: false, Role.Responsible),
        };
        await using var db = database.Open(school.Id);
        foreach (var (person, name) in others.Select(one => (one, "nobody")).Concat([(school.Responsible, "responsible"), (school.Director, "director"), (school.Chair, "chair")]))
            await db.Set<Person>().Where(row => row.Id == person.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, name + "@mektep.example"));
        return school;
    }

    private static async Task<List<OutboxMail>> MailsAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return (await db.Set<OutboxMail>().AsNoTracking().ToListAsync()).OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();
    }
}
