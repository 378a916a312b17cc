using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Forwarding;

/// <summary>A letter goes to an executor and comes back; whoever it is about never has it.</summary>
public sealed class ForwardingTests
{
    private const string Text = "Ашкананы текшерип, жыйынтыгын жазып бериңиз.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForwardAsync_ReportedBack_ExecutorReadsThisLetterAloneAndNoMoreAfter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var executor = await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ашкана муздак.") with { Identity = new Identity("Айнура Мисалова", "0555 010203") });
        var other = await desk.AcceptAsync(TestSchool.Letter("Башка кат."));
        var (reader, him) = (school.Responsible.Now(school), executor.Now(school));

        Assert.True(await ForwardAsync(desk, reader, id, executor.Id));

        var given = Assert.Single(await desk.Given.ListAsync(him));
        Assert.Equal((id, Text, true), (given.Id, given.Instruction.Text, given.Leads));
        Assert.Equal("Ашкана муздак.", (await desk.Reading.ReadGivenAsync(him, id))!.Parts[0].Text);
        Assert.False((await desk.Reading.ReadGivenAsync(him, id))!.IdentityHeld);
        Assert.Null(await desk.Reading.ReadAsync(him, id));
        Assert.Null(await desk.Reading.ReadGivenAsync(him, other));
        Assert.True(await desk.Answering.AddNoteAsync(him, id, "Мешти көрдүм."));
        await using var db = database.Open(school.Id);
        Assert.DoesNotContain(executor.Id, await db.ReadersOfAsync(await RowAsync(db, id)));

        Assert.True(await desk.Given.HandBackAsync(him, id, new Report { Text = "Меш бузулган экен.", Answer = "Оңдойбуз." }));

        Assert.Null(await desk.Reading.ReadGivenAsync(him, id));
        Assert.Empty(await desk.Given.ListAsync(him));
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == executor.Id.Value));
        var back = Assert.Single((await desk.Reading.ReadAsync(reader, id))!.Assignments);
        Assert.Equal((AssignmentState.HandedBack, "Меш бузулган экен.", executor.Id), (back.Row.State, back.Report!.Value.Text, back.Report.Author));
        var verbs = await db.Set<JournalLine>().Where(line => line.Appeal == id && line.Detail != null && line.Person != null).OrderBy(line => line.Number)
            .Select(line => new { line.Verb, line.Actor, line.Person }).ToListAsync();
        Assert.Equal(
            [(JournalVerb.LetterForwarded, reader.Person, executor.Id), (JournalVerb.LetterHandedBack, executor.Id, reader.Person)],
            verbs.Select(line => (line.Verb, line.Actor!.Value, line.Person!.Value)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Executor_WhatOnlyReadersDo_IsNotThereForThem(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var executor = await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor);
        var friend = await school.AddAsync("Нурлан Досов", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await ForwardAsync(desk, school.Responsible.Now(school), id, executor.Id);
        var (him, version) = (executor.Now(school), (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Version);

        Assert.False(await desk.Answering.AnswerAsync(him, id, new NewAnswer { Text = "Жооп.", Version = version }));
        Assert.False(await desk.CloseAsync(him, id, version));
        Assert.False(await desk.Access.GrantAsync(him, id, friend.Id));
        Assert.False(await ForwardAsync(desk, him, id, friend.Id));
        Assert.False(await desk.Forwarding.RecallAsync(him, id, executor.Id, Text));
        Assert.False(await desk.Ending.CancelAsync(him, id, new NewCancelling { Ground = CancelGround.Test, Reason = Text, Version = version }));
        var handOver = await new HandOver(database.Gate).GiveAsync(him, friend.Id, after: null);
        Assert.Equal((0, 0), (handOver.Given, handOver.Withheld));
        Assert.Empty((await desk.Today.ForAsync(him, school.School)).Tasks);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForwardAsync_WhomItMayNotGoTo_IsRefusedByName(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var teacher = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var executor = await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));
        // Who came after the letter is kept from it, too.
        var late = await school.AddAsync("Жаңы Мугалимов", Position.Teacher, Role.Executor);
        var reader = school.Responsible.Now(school);

        await Assert.ThrowsAsync<ReaderExcluded>(() => ForwardAsync(desk, reader, id, teacher.Id));
        await Assert.ThrowsAsync<ReaderExcluded>(() => ForwardAsync(desk, reader, id, late.Id));
        await Assert.ThrowsAsync<ForwardedToOneself>(() => ForwardAsync(desk, reader, id, reader.Person));
        await Assert.ThrowsAsync<RecipientReadsIt>(() => ForwardAsync(desk, reader, id, school.Director.Id));
        await Assert.ThrowsAsync<NobodyToForwardTo>(() => ForwardAsync(desk, reader, id));
        await Assert.ThrowsAsync<ForwardingDayNotPossible>(() => ForwardAsync(desk, reader, id, school.Clock.Today.AddDays(-1), executor.Id));
        await Assert.ThrowsAsync<ForwardingDayNotPossible>(() => ForwardAsync(desk, reader, id, school.Clock.Today.AddDays(90), executor.Id));
        await ForwardAsync(desk, reader, id, executor.Id);
        await Assert.ThrowsAsync<ForwardedAlready>(() => ForwardAsync(desk, reader, id, executor.Id));

        var offer = (await desk.Forwarding.OfferAsync(reader, id))!;
        Assert.Equal([teacher.Id, late.Id], offer.Kept.Order(Comparer<PersonId>.Create((one, two) => one == two ? 0 : one == teacher.Id ? -1 : 1)));
        Assert.Equal([school.Chair.Id], offer.Offered);
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == teacher.Id.Value || grant.Recipient == late.Id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForwardAsync_ToTheCommission_GoesToEveryMemberWhoMayAndTheChairLeads(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var kept = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var member = await school.AddAsync("Эркин Мисалов", Position.Committee, Role.Member);
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));
        var reader = school.Responsible.Now(school);
        var offer = (await desk.Forwarding.OfferAsync(reader, id))!;

        await desk.Forwarding.ForwardAsync(reader, id, New(school.Clock.Today, offer.Version) with { Commission = true });

        var letter = (await desk.Reading.ReadAsync(reader, id))!;
        Assert.Equal([school.Chair.Id], letter.Assignments.Where(one => one.Leads).Select(one => one.Row.Person));
        Assert.Equal(new HashSet<PersonId> { school.Chair.Id, member.Id }, letter.Assignments.Select(one => one.Row.Person).ToHashSet());
        Assert.Empty(await desk.Given.ListAsync(kept.Now(school)));
        // When the lead hands it back, another leads.
        await desk.Given.HandBackAsync(school.Chair.Now(school), id, new Report { Text = "Талкууладык.", Answer = "" });
        Assert.True(Assert.Single(await desk.Given.ListAsync(member.Now(school))).Leads);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Recalled_SteppedBackOrClosed_ExecutorHasNothingLeftAndLaterWordsAreSealedAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (one, two, three) = (await school.AddAsync("Бир Биринчиев", Position.Other, Role.Executor), await school.AddAsync("Эки Экинчиев", Position.Other, Role.Executor),
            await school.AddAsync("Үч Үчүнчүев", Position.Other, Role.Executor));
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var reader = school.Responsible.Now(school);
        await ForwardAsync(desk, reader, id, one.Id, two.Id, three.Id);

        Assert.True(await desk.Forwarding.RecallAsync(reader, id, one.Id, Text));
        Assert.True(await desk.Access.StepBackAsync(two.Now(school), id));
        await using var db = database.Open(school.Id);
        var left = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id && grant.Class == KeyClass.Letter && grant.Recipient != id.Value).Select(grant => grant.Recipient).Distinct().ToListAsync();
        Assert.Equal(new HashSet<Guid> { reader.Person.Value, school.Director.Id.Value, three.Id.Value }, left.ToHashSet());
        await Assert.ThrowsAsync<ReaderExcluded>(() => ForwardAsync(desk, reader, id, two.Id));
        await ForwardAsync(desk, reader, id, one.Id);
        var version = (await desk.Reading.ReadAsync(reader, id))!.Version;
        await desk.Answering.AnswerAsync(reader, id, new NewAnswer { Text = "Жооп.", Version = version });
        Assert.True(await desk.CloseAsync(reader, id, (await desk.Reading.ReadAsync(reader, id))!.Version));

        foreach (var executor in new[] { one, two, three })
            Assert.Null(await desk.Reading.ReadGivenAsync(executor.Now(school), id));
        Assert.Equal(4, (await RowAsync(db, id)).Epoch);
        var closed = (await desk.Reading.ReadAsync(reader, id))!;
        Assert.Equal("Жооп.", closed.Parts[^1].Text);
        await Assert.ThrowsAsync<AppealIsClosed>(() => ForwardAsync(desk, reader, id, one.Id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_LastReaderWithAnExecutor_RuleFindsAReaderAndTheExecutorIsNone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var executor = await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await ForwardAsync(desk, school.Director.Now(school), id, executor.Id, school.Chair.Id);

        await desk.Access.StepBackAsync(school.Responsible.Now(school), id);
        await desk.Access.StepBackAsync(school.Director.Now(school), id);

        var letter = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.Equal([school.Chair.Id], letter.Readers);
        Assert.Equal([executor.Id], letter.Assignments.Where(one => one.Row.State == AssignmentState.Open).Select(one => one.Row.Person));
    }

    private static NewForwarding New(DateOnly due, int version, params PersonId[] to) => new()
    {
        To = to, Commission = false, Lead = null, Text = Text, DueOn = due, WithIdentity = false, Redacted = false, Version = version,
    };

    private static Task<bool> ForwardAsync(DeskOf desk, Actor actor, AppealId id, params PersonId[] to) => ForwardAsync(desk, actor, id, actor.Today, to);

    private static async Task<bool> ForwardAsync(DeskOf desk, Actor actor, AppealId id, DateOnly due, params PersonId[] to) =>
        await desk.Forwarding.ForwardAsync(actor, id, New(due, (await desk.Forwarding.OfferAsync(actor, id))?.Version ?? 0, to));

    private static Task<Appeal> RowAsync(Core.Storage.IshenimDb db, AppealId id) => db.Set<Appeal>().AsNoTracking().SingleAsync(row => row.Id == id);
}
