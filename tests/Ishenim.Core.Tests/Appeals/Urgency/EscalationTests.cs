using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Urgency;

public sealed class EscalationTests
{
    private static readonly NewLetter Danger = TestSchool.Letter("Мени коркутуп жатышат.") with { Urgent = true };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RoundAsync_NobodyTakesItUp_TellsTheNextEachHourAndEachOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await UrgentSchool.OpenAsync(database);
        await school.School.AcceptAsync(Danger);

        Assert.Equal(["", "chair UrgentNotTakenUp", "responsible UrgentWaits", "director UrgentWaits", "", ""], await school.RoundsAsync(6));
        Assert.Empty(await school.WaitsAsync());
    }

    [Fact]
    public async Task RoundAsync_ClockWasFarAheadOnce_GoesOnAtTheRightHour()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await UrgentSchool.OpenAsync(database);
        await school.Escalation.RoundAsync(school.School.Id, school.School.Clock.UtcNow.AddYears(4));
        await school.School.AcceptAsync(Danger);

        Assert.Equal(["", "chair UrgentNotTakenUp"], await school.RoundsAsync(2));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RoundAsync_ManyNodesInOneHour_MakeOneRound(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await UrgentSchool.OpenAsync(database);
        await school.School.AcceptAsync(Danger);
        await school.RoundAsync();

        var at = school.School.Clock.UtcNow;
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(node => school.Escalation.RoundAsync(school.School.Id, at.AddMinutes(node))));

        Assert.Equal(1, told.Sum());
        Assert.Equal("responsible UrgentWaits", (await school.RoundsAsync(2))[1]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RoundAsync_TakenUpForwardedAnsweredOrCancelled_TellsNobodyMore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await UrgentSchool.OpenAsync(database);
        foreach (var about in new[] { About.Nobody, About.Chair })
            foreach (var end in Ends)
            {
                var letter = await ArriveAsync(school, about);
                Assert.Single(await school.WaitsAsync());
                await end(school, letter);
                Assert.Empty(await school.WaitsAsync());
            }
        Assert.Equal("", await school.ToldAsync());
    }

    [Theory]
    [InlineData(About.Director, "chair UrgentWaits")]
    [InlineData(About.Responsible, "chair UrgentWaits, director UrgentWaits")]
    [InlineData(About.Chair, "director UrgentWaits, responsible UrgentWaits")]
    [InlineData(About.Teacher, "chair UrgentNotTakenUp, director UrgentWaits, responsible UrgentWaits")]
    public async Task RoundAsync_LetterAboutSomebody_NeverTellsWhomItIsAbout(About about, string told)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await UrgentSchool.OpenAsync(database);
        await ArriveAsync(school, about);

        Assert.Equal(told, await school.ToldAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RoundAsync_SteppedBackOrNamedSince_IsNotTold(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await UrgentSchool.OpenAsync(database);
        var (one, other) = (await ArriveAsync(school, About.Nobody), await ArriveAsync(school, About.Nobody));
        await school.Desk.Access.StepBackAsync(school.School.Responsible.Now(school.School), one.Id);
        await school.Desk.Widening.WidenAsync(school.School.Responsible.Now(school.School), other.Id, new NewAbout
        {
            Groups = [], Persons = [school.School.Chair.Id], SteppingBack = false, Version = other.Version,
        });

        // The chair took over the first, and is kept from the second.
        Assert.Equal("chair UrgentWaits, director UrgentWaits, director UrgentWaits, responsible UrgentWaits",
            string.Join(", ", (await school.ToldAsync()).Split(", ").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task RoundAsync_WhoTheLetterIsAboutBecomesChair_IsNotTold()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await UrgentSchool.OpenAsync(database);
        await ArriveAsync(school, About.Teacher);
        await using (var db = database.Open(school.School.Id))
            await db.Set<PersonRole>().Where(role => role.Role == Role.Chair).ExecuteDeleteAsync();
        await using (var db = database.Open(school.School.Id))
        {
            db.Add(new PersonRole { School = school.School.Id, Person = school.Member.Id, Role = Role.Chair });
            await db.SaveChangesAsync();
        }

        Assert.Equal("director UrgentWaits, responsible UrgentWaits", await school.ToldAsync());
    }

    [Fact]
    public async Task RoundAsync_NobodyWithAnAddress_PassesThemOverAndEnds()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await UrgentSchool.OpenAsync(database, addresses: false);
        await ArriveAsync(school, About.Nobody);
        await ArriveAsync(school, About.Nobody);
        await school.AddressAsync(school.School.Director.Id, "director");

        Assert.Equal(["", "director UrgentWaits, director UrgentWaits", ""], await school.RoundsAsync(3));
        Assert.Empty(await school.WaitsAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RoundAsync_AnyHour_LeavesNothingThatTellsWhenALetterCame(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await UrgentSchool.OpenAsync(database);
        await school.School.AcceptAsync(TestSchool.Letter("Шашылыш эмес."));
        Assert.Empty(await school.WaitsAsync());
        await school.RoundAsync();
        var idle = await HourAsync(school);
        await ArriveAsync(school, About.Nobody);
        await using var db = database.Open(school.School.Id);
        var lines = await db.Set<JournalLine>().CountAsync();

        await school.RoundsAsync(2);

        // The hour moves, with and without letters; the notice is dated as the letter is, to the day.
        Assert.Equal(idle.AddHours(2), await HourAsync(school));
        Assert.Equal(lines, await db.Set<JournalLine>().CountAsync());
        Assert.Equal(await db.Set<Appeal>().Where(appeal => appeal.Facts!.Urgent).Select(appeal => appeal.AppearsAt).SingleAsync(),
            (await db.Set<OutboxMail>().SingleAsync()).NotBefore);
        Assert.DoesNotContain(typeof(UrgentWait).GetProperties(), property => property.PropertyType == typeof(DateTime));
    }

    private static IReadOnlyList<Func<UrgentSchool, OpenLetter, Task>> Ends =>
    [
        (school, letter) => school.Desk.Considering.TakeUpAsync(school.School.Responsible.Now(school.School), letter.Id, letter.Version),
        (school, letter) => school.Desk.Answering.AnswerAsync(school.School.Responsible.Now(school.School), letter.Id, new NewAnswer { Text = "Жардам барат.", Version = letter.Version }),
        (school, letter) => school.Desk.Ending.CancelAsync(school.School.Responsible.Now(school.School), letter.Id, new NewCancelling
        {
            Ground = CancelGround.Test, Reason = "Бул кат сыноо үчүн жазылган.", Version = letter.Version,
        }),
        (school, letter) => school.Desk.Forwarding.ForwardAsync(school.School.Responsible.Now(school.School), letter.Id, new NewForwarding
        {
            To = [school.Member.Id], Commission = false, Lead = null, Text = "Баланы табыңыз.", DueOn = letter.Facts.DueOn, WithIdentity = false, Redacted = false, Version = letter.Version,
        }),
    ];

    private static async Task<OpenLetter> ArriveAsync(UrgentSchool school, About about)
    {
        var id = await school.Desk.AcceptAsync(TestSchool.Letter("Мени коркутуп жатышат.", about) with { Urgent = true });
        foreach (var reader in new[] { school.School.Responsible, school.School.Chair })
            if (await school.Desk.Reading.ReadAsync(reader.Now(school.School), id) is { } letter)
                return letter;
        throw new InvalidOperationException("Neither reads it.");
    }

    private static async Task<DateTime> HourAsync(UrgentSchool school)
    {
        await using var db = school.School.Database.Open(school.School.Id);
        return (await db.Set<EscalationRound>().AsNoTracking().SingleAsync()).Hour;
    }
}
