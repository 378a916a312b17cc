using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.StandingIn;

/// <summary>Regulation X7: nothing waits because one person is away, and nobody reads longer than that.</summary>
public sealed class StandInTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Absence_LettersOfThatTime_AreTheStandInsUntilTheReaderIsBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (desk, member) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member));
        var before = await desk.AcceptAsync(TestSchool.Letter("Мурун."));
        var id = await NameAsync(school, school.Responsible, member, days: 5);
        var during = await desk.AcceptAsync(TestSchool.Letter("Жокто."));

        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), before));
        Assert.Equal("Жокто.", (await desk.Reading.ReadAsync(member.Now(school), during))!.Parts[0].Text);
        await desk.Answering.AddNoteAsync(member.Now(school), during, "Белги.");
        Assert.True(await new ComingBack(database.Gate).EndAsync(school.Responsible.Now(school), id));

        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), during));
        Assert.Equal(["Жокто.", "Белги."], (await desk.Reading.ReadAsync(school.Responsible.Now(school), during))!.Parts.Select(part => part.Text));
        var after = await desk.AcceptAsync(TestSchool.Letter("Кийин."));
        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), after));
        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<Appeal>().SingleAsync(letter => letter.Id == during)).Epoch);
        Assert.False(await db.Set<StandInLetter>().AnyAsync());
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == member.Id.Value));
        Assert.Equal([JournalVerb.StandInNamed, JournalVerb.AccessRevoked, JournalVerb.StandInEnded], await VerbsAsync(school, member));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GiveAsync_OlderLetters_OpenOnesOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (desk, member) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Teacher, Role.Member));
        var open = await desk.AcceptAsync(TestSchool.Letter("Ачык."));
        var about = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));
        var closed = await desk.AcceptAsync(TestSchool.Letter("Жабык."));
        await desk.Reading.ReadAsync(school.Responsible.Now(school), closed);
        await desk.Answering.AnswerAsync(school.Responsible.Now(school), closed, new NewAnswer { Text = "Жооп.", Version = await VersionAsync(school, closed) });
        await desk.CloseAsync(school.Responsible.Now(school), closed, await VersionAsync(school, closed));
        var id = await NameAsync(school, school.Responsible, member, days: 5);

        Assert.Equal(new OlderGiven(1, 1), await new OlderLetters(database.Gate).GiveAsync(school.Responsible.Now(school), id));
        Assert.Equal(new OlderGiven(0, 1), await new OlderLetters(database.Gate).GiveAsync(school.Responsible.Now(school), id));

        Assert.NotNull(await desk.Reading.ReadAsync(member.Now(school), open));
        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), about));
        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), closed));
        Assert.Null(await new OlderLetters(database.Gate).GiveAsync(school.Director.Now(school), id));
    }

    [Fact]
    public async Task GiveAsync_HeldForConsiderationOnly_MakesNobodyAReader()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var (desk, executor) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member));
        var friend = await school.AddAsync("Сезим Ойдонова", Position.Other, Role.Member);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var reader = school.Responsible.Now(school);
        var offer = (await desk.Forwarding.OfferAsync(reader, letter))!;
        await desk.Forwarding.ForwardAsync(reader, letter, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = school.Clock.Today, WithIdentity = false, Redacted = false, Version = offer.Version,
        });
        var id = await NameAsync(school, executor, friend, days: 5);

        Assert.Equal(new OlderGiven(0, 0), await new OlderLetters(database.Gate).GiveAsync(executor.Now(school), id));

        Assert.Null(await desk.Reading.ReadAsync(friend.Now(school), letter));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GiveAsync_OneLetterIsBroken_GivesTheOthers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (desk, member) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member));
        var (broken, whole) = (await desk.AcceptAsync(TestSchool.Letter("Бузук.")), await desk.AcceptAsync(TestSchool.Letter("Бүтүн.")));
        await using (var db = database.Open(school.Id))
            await db.Set<Grant>().Where(grant => grant.Appeal == broken && grant.Recipient == school.Responsible.Id.Value)
                .ExecuteUpdateAsync(row => row.SetProperty(grant => grant.Sealed, new byte[80]));
        var id = await NameAsync(school, school.Responsible, member, days: 5);

        Assert.Equal(new OlderGiven(1, 0), await new OlderLetters(database.Gate).GiveAsync(school.Responsible.Now(school), id));
        Assert.True(await new ComingBack(database.Gate).EndAsync(school.Responsible.Now(school), id));
        Assert.Equal((1, 1), await new HandOver(database.Gate).GiveAsync(school.Responsible.Now(school), school.Director.Id, after: null) is var step ? (step.Given, step.Withheld) : default);
        await new SteppingDown(database.Gate).StepDownAsync(school.Responsible.Now(school));

        Assert.Equal("Бүтүн.", (await desk.Reading.ReadAsync(school.Director.Now(school), whole))!.Parts[0].Text);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task EndAsync_TheDayAfterTheLast_GrantsGoByThemselves(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (desk, member) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member));
        var second = await school.AddAsync("Сезим Ойдонова", Position.Other, Role.Member);
        await NameAsync(school, school.Responsible, member, days: 3);
        await NameAsync(school, member, second, days: 9);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Жокто."));
        var ended = new EndedAbsences(database.Gate, school.Time);
        Assert.NotNull(await desk.Reading.ReadAsync(second.Now(school), letter));

        school.Time.Pass(TimeSpan.FromDays(3));
        Assert.Equal(0, await ended.EndAsync(CancellationToken.None));
        school.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, await ended.EndAsync(CancellationToken.None));
        Assert.Equal(0, await ended.EndAsync(CancellationToken.None));

        Assert.Null(await desk.Reading.ReadAsync(member.Now(school), letter));
        Assert.Null(await desk.Reading.ReadAsync(second.Now(school), letter));
        Assert.NotNull(await desk.Reading.ReadAsync(school.Responsible.Now(school), letter));
    }

    [Fact]
    public async Task EndAsync_NobodyElseCouldReadIt_StaysWithTheStandInUntilSomebodyCan()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var (desk, member) = (new DeskOf(school), await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member));
        await NameAsync(school, school.Chair, member, days: 1);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        await desk.Access.StepBackAsync(school.Chair.Now(school), letter);
        school.Time.Pass(TimeSpan.FromDays(2));

        Assert.Equal(0, await new EndedAbsences(database.Gate, school.Time).EndAsync(CancellationToken.None));

        Assert.NotNull(await desk.Reading.ReadAsync(member.Now(school), letter));
    }

    [Fact]
    public async Task StepBack_TheRuleNamesTheStandIn_ReadsInTheirOwnRightFromThenOn()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await NameAsync(school, school.Responsible, school.Chair, days: 2);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Тууганы жөнүндө."));
        await desk.Access.StepBackAsync(school.Director.Now(school), letter);

        await new ComingBack(database.Gate).EndAsync(school.Responsible.Now(school), id);

        Assert.NotNull(await desk.Reading.ReadAsync(school.Chair.Now(school), letter));
    }

    [Theory]
    [InlineData(0, 3, "itself", typeof(StandInForOneself))]
    [InlineData(-1, 3, "member", typeof(AbsenceDaysNotPossible))]
    [InlineData(4, 3, "member", typeof(AbsenceDaysNotPossible))]
    [InlineData(0, 400, "member", typeof(AbsenceDaysNotPossible))]
    [InlineData(0, 3, "unconfirmed", typeof(StandInMayNotRead))]
    [InlineData(0, 3, "administrator", typeof(StandInMayNotRead))]
    [InlineData(9, 12, "member", typeof(AbsenceOverlaps))]
    public async Task NameAsync_NotPossible_IsRefusedAndNothingIsKept(int from, int to, string whom, Type refusal)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var people = new Dictionary<string, TestPerson>
        {
            ["itself"] = school.Responsible, ["member"] = await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member),
            ["unconfirmed"] = await school.AddAsync("Сезим Ойдонова", Position.Other, confirmed: false, Role.Member),
            ["administrator"] = await school.AddAsync("Азат Ойдонов", Position.Other, Role.Administrator),
        };
        var (absences, actor) = (new Absences(database.Gate), school.Responsible.Now(school));
        await absences.NameAsync(actor, new NewStandIn { By = people["member"].Id, From = actor.Today.AddDays(10), To = actor.Today.AddDays(20) });

        var refused = await Assert.ThrowsAnyAsync<Refusal>(() =>
            absences.NameAsync(actor, new NewStandIn { By = people[whom].Id, From = actor.Today.AddDays(from), To = actor.Today.AddDays(to) }));

        Assert.IsType(refusal, refused);
        Assert.Single(await absences.ListAsync(actor));
    }

    private static async Task<Guid> NameAsync(TestSchool school, TestPerson reader, TestPerson standIn, int days)
    {
        var (absences, actor) = (new Absences(school.Database.Gate), reader.Now(school));
        await absences.NameAsync(actor, new NewStandIn { By = standIn.Id, From = actor.Today, To = actor.Today.AddDays(days) });
        return (await absences.ListAsync(actor)).Single(one => one.For == reader.Id).Id;
    }

    private static async Task<int> VersionAsync(TestSchool school, AppealId id)
    {
        await using var db = school.Database.Open(school.Id);
        return (await db.Set<Appeal>().SingleAsync(letter => letter.Id == id)).Version;
    }

    private static async Task<IEnumerable<string>> VerbsAsync(TestSchool school, TestPerson about)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<JournalLine>().Where(line => line.Book == Book.Acts && line.Person == about.Id).OrderBy(line => line.Number).Select(line => line.Verb).ToListAsync();
    }
}
