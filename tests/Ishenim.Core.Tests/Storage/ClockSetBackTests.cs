using Ishenim.Core.Appeals;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Core.Tests.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

/// <summary>The clock ran a year ahead for a while: what came then is not lost from sight for a year.</summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BringBackAsync_AfterAYearAhead_ShowsWhatCameThenAndEndsItsSessions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await using var db = database.Open(school.Id);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "People" SET "Email" = 'mail@mektep.example'""");
        school.Time.Pass(Year);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Алдыга кеткен саат."));
        var session = await SignInAsync(school);
        school.Time.Pass(-Year);

        Assert.Empty((await ListAsync(desk)).Common);
        Assert.NotEqual(0, await new ClockSetBack(database.Gate, school.Time).BringBackAsync(CancellationToken.None));

        Assert.Equal(letter, Assert.Single((await ListAsync(desk)).Common).Id);
        Assert.Equal("Алдыга кеткен саат.", (await desk.Reading.ReadAsync(school.Director.Now(school), letter))!.Parts[0].Text);
        Assert.All(await db.Set<OutboxMail>().AsNoTracking().ToListAsync(), mail => Assert.True(mail.NotBefore <= school.Clock.UtcNow));
        Assert.Equal(0, await new ClockSetBack(database.Gate, school.Time).BringBackAsync(CancellationToken.None));
        school.Time.Pass(StaffSession.Idle + TimeSpan.FromMinutes(1));
        Assert.Null(await new Sessions(database.Gate, school.Time).OpenAsync(school.School, session.Id, session.Key));
    }

    /// <summary>A letter that waits for tomorrow's hour goes on waiting.</summary>
    [Fact]
    public async Task BringBackAsync_FixedHours_LeavesWhatWaitsForThem()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [9] };
        await new DeskOf(school).AcceptAsync(TestSchool.Letter("Эртең көрүнөт."));

        Assert.Equal(0, await new ClockSetBack(database.Gate, school.Time).BringBackAsync(CancellationToken.None));
    }

    private static Task<RegisterPage> ListAsync(DeskOf desk) =>
        desk.Register.ListAsync(desk.School.Director.Now(desk.School), new RegisterFilter(), new RegisterCursor());

    private static async Task<NewSession> SignInAsync(TestSchool school)
    {
        using var queue = StretchQueue.OfThisMachine();
        var person = school.Director;
        var signIns = new SignIns(school.Database.Gate, queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time);
        var outcome = await signIns.TryAsync(school.School, new SignInAttempt
        {
            Login = person.Login, Passphrase = person.Passphrase, Otp = person.NextCode(school.Time), Network = "test", DeviceToken = null, Device = "?",
        });
        return outcome.Session!;
    }
}
