using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.IdentityRequests;

/// <summary>Who has a letter without its writer's name asks the chair, who need not have the letter; a reader gives it.</summary>
public sealed class IdentityRequestTests
{
    private const string Why = "Ата-энеси менен сүйлөшүү керек.";
    private const string No = "Атын билбей деле текшерсе болот.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Ask_ApprovedAndGiven_ShowsTheNameUntilTheLetterIsHandedBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, id) = await GivenAsync(database);
        var (chair, reader) = (desk.School.Chair.Now(desk.School), desk.School.Responsible.Now(desk.School));
        Assert.True((await desk.NameStandings.OfAsync(him, id))!.CanAsk);

        Assert.True(await desk.NameAsking.AskAsync(him, id, Why));

        var asked = Assert.Single(await desk.NameDeciding.ListAsync(chair));
        Assert.Equal((him.Person, await desk.Access.NumberAsync(reader, id), Why), (asked.Requester, asked.Number, asked.Why));
        Assert.Empty(await desk.NameDeciding.ListAsync(reader));
        Assert.Empty((await desk.NameStandings.OfAsync(reader, id))!.ToGive);
        Assert.Null(await desk.NameStandings.OfAsync(chair, id));
        await Assert.ThrowsAsync<IdentityNotApproved>(() => desk.NameGiving.GiveAsync(reader, id, asked.Id));
        Assert.True(await desk.NameDeciding.ApproveAsync(chair, asked.Id));
        Assert.False(await desk.NameDeciding.ApproveAsync(chair, asked.Id));
        await Assert.ThrowsAsync<IdentityNotHeld>(() => desk.Identity.ShowAsync(him, id, Why));
        Assert.False(await desk.NameGiving.GiveAsync(him, id, asked.Id));
        Assert.False(await desk.NameGiving.GiveAsync(chair, id, asked.Id));
        Assert.Equal(Why, Assert.Single((await desk.NameStandings.OfAsync(reader, id))!.ToGive).Why);
        Assert.True(await desk.NameGiving.GiveAsync(reader, id, asked.Id));

        Assert.Equal("Айнура Мисалова", Assert.Single((await desk.Identity.ShowAsync(him, id, Why))!).Name);
        var standing = (await desk.NameStandings.OfAsync(him, id))!;
        Assert.Equal((false, IdentityRequestState.Given, Why), (standing.CanAsk, standing.Own!.Row.State, standing.Own.Why));
        await desk.Given.HandBackAsync(him, id, new Report { Text = "Текшердим, жазып бердим.", Answer = "" });
        await using var db = database.Open(desk.School.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == him.Person.Value));
        var lines = await db.Set<JournalLine>().AsNoTracking().Where(line => line.Verb.StartsWith("identity.")).OrderBy(line => line.Number).ToListAsync();
        Assert.Equal([JournalVerb.IdentityAsked, JournalVerb.IdentityApproved, JournalVerb.IdentityGiven, JournalVerb.IdentityShown], lines.Select(line => line.Verb));
        Assert.Single(lines.Take(3).Select(line => line.Detail).Distinct());
        Assert.All(lines, line => Assert.Equal(64, line.Detail!.Length));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Refuse_WithAReason_IsSeenByWhoAskedAloneAndTheyMayAskAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, id) = await GivenAsync(database);
        var chair = desk.School.Chair.Now(desk.School);
        await desk.NameAsking.AskAsync(him, id, Why);
        await Assert.ThrowsAsync<IdentityAskedAlready>(() => desk.NameAsking.AskAsync(him, id, Why));

        Assert.True(await desk.NameDeciding.RefuseAsync(chair, Assert.Single(await desk.NameDeciding.ListAsync(chair)).Id, No));

        var own = (await desk.NameStandings.OfAsync(him, id))!;
        Assert.Equal((IdentityRequestState.Refused, No, true), (own.Own!.Row.State, own.Own.Refusal, own.CanAsk));
        Assert.Null((await desk.NameStandings.OfAsync(desk.School.Responsible.Now(desk.School), id))!.Own);
        await Assert.ThrowsAsync<IdentityNotApproved>(() => desk.NameGiving.GiveAsync(desk.School.Responsible.Now(desk.School), id, own.Own.Row.Id));
        Assert.True(await desk.NameAsking.AskAsync(him, id, Why));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Ask_WhereItCannotBe_IsRefusedByNameAndNothingIsStored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, _) = await GivenAsync(database);
        var reader = desk.School.Responsible.Now(desk.School);
        var anonymous = await desk.AcceptAsync(TestSchool.Letter("Белгисиз кат."));
        var aboutChair = await desk.AcceptAsync(Signed("Төрага жөнүндө.", About.Chair));
        var ofChair = await desk.AcceptAsync(Signed("Башка кат."));
        await ForwardAsync(desk, anonymous, him.Person);
        await ForwardAsync(desk, aboutChair, him.Person);
        await ForwardAsync(desk, ofChair, desk.School.Chair.Id);

        await Assert.ThrowsAsync<AppealIsAnonymous>(() => desk.NameAsking.AskAsync(him, anonymous, Why));
        await Assert.ThrowsAsync<IdentityHeldAlready>(() => desk.NameAsking.AskAsync(reader, ofChair, Why));
        await Assert.ThrowsAsync<NobodyToApprove>(() => desk.NameAsking.AskAsync(him, aboutChair, Why));
        await Assert.ThrowsAsync<NobodyToApprove>(() => desk.NameAsking.AskAsync(desk.School.Chair.Now(desk.School), ofChair, Why));
        Assert.False(await desk.NameAsking.AskAsync(him, ofChair, Why));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.NameAsking.AskAsync(him, anonymous, "  кыска  "));

        await using var db = database.Open(desk.School.Id);
        Assert.False(await db.Set<IdentityRequest>().AnyAsync());
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.IdentityAsked));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Exclude_ChairOrWhoAsked_EndsTheRequestAndTakesItsKeys(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, first) = await GivenAsync(database);
        var second = await desk.AcceptAsync(Signed("Экинчи кат."));
        await ForwardAsync(desk, second, him.Person);
        foreach (var id in new[] { first, second })
            await desk.NameAsking.AskAsync(him, id, Why);
        var chair = desk.School.Chair.Now(desk.School);
        var asked = await desk.NameDeciding.ListAsync(chair);
        await desk.NameDeciding.ApproveAsync(chair, asked[0].Id);

        await WidenAsync(desk, first, About.Chair, desk.School.Chair.Id);
        await WidenAsync(desk, second, About.Nobody, him.Person);

        Assert.Empty(await desk.NameDeciding.ListAsync(chair));
        await using var db = database.Open(desk.School.Id);
        Assert.All(await db.Set<IdentityRequest>().AsNoTracking().ToListAsync(), one =>
            Assert.Equal((IdentityRequestState.Ended, 0, 0, 0), (one.State, one.Text.Length, one.KeyForApprover.Length, one.KeyForRequester.Length)));
        foreach (var id in new[] { first, second })
            Assert.Empty((await desk.NameStandings.OfAsync(desk.School.Responsible.Now(desk.School), id))!.ToGive);
        await Assert.ThrowsAsync<NobodyToApprove>(() => desk.NameAsking.AskAsync(him, first, Why));
        Assert.False(await desk.NameAsking.AskAsync(him, second, Why));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Approve_ByAChairWhoSeesTheName_GivesItAtOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, id) = await GivenAsync(database, About.Director);
        var chair = desk.School.Chair.Now(desk.School);
        Assert.NotNull(await desk.Reading.ReadAsync(chair, id));
        await desk.NameAsking.AskAsync(him, id, Why);

        await desk.NameDeciding.ApproveAsync(chair, Assert.Single(await desk.NameDeciding.ListAsync(chair)).Id);

        Assert.Equal("Айнура Мисалова", Assert.Single((await desk.Identity.ShowAsync(him, id, Why))!).Name);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Request_LetterEndsOrIsTakenBackOrChairLeaves_Ends(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, recalled) = await GivenAsync(database);
        var reader = desk.School.Responsible.Now(desk.School);
        await desk.NameAsking.AskAsync(him, recalled, Why);
        await desk.Forwarding.RecallAsync(reader, recalled, him.Person, Why);
        Assert.Equal([IdentityRequestState.Ended], await StatesAsync(desk));
        var closed = await desk.AcceptAsync(Signed("Экинчи кат."));
        await ForwardAsync(desk, closed, him.Person);
        await desk.NameAsking.AskAsync(him, closed, Why);
        await desk.Answering.AnswerAsync(reader, closed, new NewAnswer { Text = "Жооп.", Version = (await desk.Reading.ReadAsync(reader, closed))!.Version });
        await desk.CloseAsync(reader, closed, (await desk.Reading.ReadAsync(reader, closed))!.Version);
        Assert.All(await StatesAsync(desk), state => Assert.Equal(IdentityRequestState.Ended, state));
        var third = await desk.AcceptAsync(Signed("Үчүнчү кат."));
        await ForwardAsync(desk, third, him.Person);
        await desk.NameAsking.AskAsync(him, third, Why);
        await new SteppingDown(database.Gate).StepDownAsync(desk.School.Chair.Now(desk.School));
        Assert.All(await StatesAsync(desk), state => Assert.Equal(IdentityRequestState.Ended, state));
        Assert.Equal(3, (await StatesAsync(desk)).Count);
        await Assert.ThrowsAsync<NobodyToApprove>(() => desk.NameAsking.AskAsync(him, third, Why));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Row_MovedOrReadByAnother_OpensNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (desk, him, id) = await GivenAsync(database);
        await desk.NameAsking.AskAsync(him, id, Why);
        await using (var db = database.Open(desk.School.Id))
        {
            var row = await db.Set<IdentityRequest>().SingleAsync();
            Assert.DoesNotContain(Why, System.Text.Encoding.UTF8.GetString(row.Text), StringComparison.Ordinal);
            // Somebody who writes the database puts another person's key where the chair's was.
            row.KeyForApprover = row.KeyForRequester;
            await db.SaveChangesAsync();
        }

        var chair = desk.School.Chair.Now(desk.School);
        var asked = Assert.Single(await desk.NameDeciding.ListAsync(chair));
        Assert.Equal((null, null), (asked.Number, asked.Why));
        Assert.False(await desk.NameDeciding.ApproveAsync(chair, asked.Id));
        Assert.Equal([IdentityRequestState.Ended], await StatesAsync(desk));
        Assert.True(await desk.NameAsking.AskAsync(him, id, Why));
    }

    [Fact]
    public async Task EveryStep_WhoHasAMailbox_IsToldWithoutContent()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (desk, him, id) = await GivenAsync(database);
        var (chair, reader) = (desk.School.Chair.Now(desk.School), desk.School.Responsible.Now(desk.School));
        await using var db = database.Open(desk.School.Id);
        foreach (var (person, address) in new[] { (him.Person, "his@mektep.example"), (chair.Person, "chair@mektep.example"), (reader.Person, "reader@mektep.example") })
            await db.Set<Person>().Where(one => one.Id == person).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, address));

        await desk.NameAsking.AskAsync(him, id, Why);
        var asked = Assert.Single(await desk.NameDeciding.ListAsync(chair)).Id;
        await desk.NameDeciding.ApproveAsync(chair, asked);
        await desk.NameGiving.GiveAsync(reader, id, asked);

        var told = await db.Set<OutboxMail>().AsNoTracking().OrderBy(mail => mail.Notice).ToListAsync();
        Assert.Equal(
            [("chair@mektep.example", Notice.IdentityAsked), ("reader@mektep.example", Notice.IdentityApproved), ("his@mektep.example", Notice.IdentityDecided)],
            told.Select(mail => (mail.To, mail.Notice)));
    }

    private static async Task<(DeskOf Desk, Actor Executor, AppealId Letter)> GivenAsync(TestDatabase database, params About[] about)
    {
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var executor = await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(Signed("Ашкана муздак.", about));
        await ForwardAsync(desk, id, executor.Id);
        return (desk, executor.Now(school), id);
    }

    private static NewLetter Signed(string text, params About[] about) =>
        TestSchool.Letter(text, about) with { Identity = new Identity("Айнура Мисалова", "0555 010203") };

    /// <summary>By whoever reads it.</summary>
    private static async Task ForwardAsync(DeskOf desk, AppealId id, PersonId to)
    {
        foreach (var reader in new[] { desk.School.Responsible, desk.School.Chair })
            if (await desk.Forwarding.OfferAsync(reader.Now(desk.School), id) is { } offer)
            {
                await desk.Forwarding.ForwardAsync(reader.Now(desk.School), id, new NewForwarding
                {
                    To = [to], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = desk.School.Clock.Today, WithIdentity = false, Redacted = false, Version = offer.Version,
                });
                return;
            }
    }

    private static async Task WidenAsync(DeskOf desk, AppealId id, About group, PersonId person)
    {
        var reader = desk.School.Responsible.Now(desk.School);
        var now = (await desk.Widening.NowAsync(reader, id))!;
        await desk.Widening.WidenAsync(reader, id, new NewAbout { Groups = [group], Persons = [person], SteppingBack = false, Version = now.Version });
    }

    private static async Task<List<IdentityRequestState>> StatesAsync(DeskOf desk)
    {
        await using var db = desk.School.Database.Open(desk.School.Id);
        return await db.Set<IdentityRequest>().AsNoTracking().Select(one => one.State).ToListAsync();
    }
}
