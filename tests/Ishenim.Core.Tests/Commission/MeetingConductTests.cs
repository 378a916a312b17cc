using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>How a meeting is held: quorum, elections before all else, votes, decisions, end.</summary>
public sealed class MeetingConductTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FirstMeeting_FromBeginningToEnd_ElectsDecidesAndIsADraft(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var fresh = await FreshCommission.ConveneAsync(database);
        var (id, matter) = (await fresh.PlanAsync(), Guid.NewGuid());
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(matter, AgendaKind.Other, "Ашкана"));
        await Assert.ThrowsAsync<QuorumMissing>(() => fresh.BeginAsync(id, fresh.School.Responsible, fresh.Teacher));
        await fresh.BeginAsync(id, fresh.School.Responsible, fresh.Teacher, fresh.School.Chair, fresh.First);
        var begun = await fresh.RowAsync(id);
        Assert.Equal((MeetingState.Held, 1, fresh.School.Responsible.Id, fresh.Teacher.Id), (begun.State, begun.Number!.Value, begun.Chair!.Value, begun.Secretary!.Value));

        // Nothing else is voted, decided or closed before (C3).
        await Assert.ThrowsAsync<ElectionComesFirst>(() => fresh.Conduct.VoteAsync(fresh.Leader, matter, FreshCommission.Motion(0, 4)));
        await Assert.ThrowsAsync<ElectionComesFirst>(() => fresh.Conduct.DecideAsync(fresh.Leader, matter, Decision(fresh)));
        await Assert.ThrowsAsync<ElectionComesFirst>(() => fresh.Conduct.CloseAsync(fresh.Leader, matter, 0));
        await fresh.ElectAllAsync(id);
        var commission = await fresh.CommissionAsync();
        Assert.Equal((fresh.School.Chair.Id, fresh.Teacher.Id), (commission.Chair!.Value, commission.Secretary!.Value));
        var led = await fresh.RowAsync(id);
        Assert.Equal((fresh.School.Chair.Id, fresh.Teacher.Id), (led.Chair!.Value, led.Secretary!.Value));

        // Whoever began it writes to its end; of the others the elected alone.
        await Assert.ThrowsAsync<OnlyCommissionLeads>(() => fresh.Conduct.NoteAsync(fresh.First.Now(fresh.School), matter, new ItemNotes("Угулду", "", 0)));
        var chair = fresh.School.Chair.Now(fresh.School);
        await fresh.Conduct.NoteAsync(chair, matter, new ItemNotes("Айгүл маалымат берди.", "Нурлан колдоду.", 0));
        await Assert.ThrowsAsync<MoreBallotsThanMembers>(() => fresh.Conduct.VoteAsync(chair, matter, FreshCommission.Motion(1, 4, 1)));
        await fresh.Conduct.VoteAsync(chair, matter, FreshCommission.Motion(1, 3, 1));
        await Assert.ThrowsAsync<DecisionWithoutOwner>(() => fresh.Conduct.DecideAsync(chair, matter, Decision(fresh) with { Owner = null }));
        await Assert.ThrowsAsync<DecisionDayNotPossible>(() => fresh.Conduct.DecideAsync(chair, matter, Decision(fresh) with { DueOn = fresh.Today.AddDays(-1) }));
        await fresh.Conduct.DecideAsync(chair, matter, Decision(fresh));
        await Assert.ThrowsAsync<ItemsAreOpen>(() => fresh.Conduct.EndAsync(chair, id, new TimeOnly(1, 0)));
        await fresh.Conduct.CloseAsync(chair, matter, (await fresh.ItemAsync(id, AgendaKind.Other)).Version);
        await Assert.ThrowsAsync<EndBeforeBeginning>(() => fresh.Conduct.EndAsync(chair, id, new TimeOnly(0, 0)));
        await fresh.Conduct.EndAsync(chair, id, new TimeOnly(1, 0));
        Assert.Equal((MeetingState.Ended, 60), ((await fresh.RowAsync(id)).State, (await fresh.RowAsync(id)).EndedMinute!.Value));
        await Assert.ThrowsAsync<MeetingNotGoingOn>(() => fresh.Conduct.ReopenAsync(chair, matter));
        await Assert.ThrowsAsync<OnlyCommissionLeads>(() => fresh.Conduct.NoteAsync(fresh.Leader, matter, new ItemNotes("Угулду", "", 4)));
        // The draft is the chair's and the secretary's, and who agreed to other words agrees anew.
        await new ProtocolDrafting(database.Gate).AgreeAsync(fresh.First.Now(fresh.School), id, await DraftAsync(fresh, id));
        await fresh.Conduct.NoteAsync(fresh.Teacher.Now(fresh.School), matter, new ItemNotes("Айгүл Үлгүева маалымат берди.", "", (await fresh.ItemAsync(id, AgendaKind.Other)).Version));
        Assert.All((await fresh.RowAsync(id)).Attendances, one => Assert.Null(one.AgreedOn));
    }

    private static async Task<string> DraftAsync(FreshCommission fresh, MeetingId id) => (await new Protocols(fresh.School.Database.Gate).ReadAsync(fresh.School.Chair.Now(fresh.School), id, printed: false))!.Draft;

    [Fact]
    public async Task AttendAsync_WrongPress_IsPutRightUntilSomebodyVotes()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(database);
        var id = await fresh.PlanAsync();
        await fresh.BeginAsync(id, fresh.School.Responsible, fresh.Teacher, fresh.School.Chair, fresh.First);
        Task MarkAsync(TestPerson person, Presence presence) => fresh.Conduct.AttendAsync(fresh.Leader, fresh.School.School, id, new MemberPresence(person.Id, presence, "ооруп калган"));
        await MarkAsync(fresh.Second, Presence.Remote);
        await MarkAsync(fresh.First, Presence.Absent);
        await Assert.ThrowsAsync<PresenceStands>(() => MarkAsync(fresh.Teacher, Presence.Absent));
        await MarkAsync(fresh.Second, Presence.Absent);
        await Assert.ThrowsAsync<QuorumMissing>(() => MarkAsync(fresh.School.Chair, Presence.Absent));
        await fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.School.Chair, 3));
        await MarkAsync(fresh.First, Presence.Present);
        await Assert.ThrowsAsync<PresenceStands>(() => MarkAsync(fresh.First, Presence.Absent));
        Assert.Equal("ооруп калган", (await fresh.RowAsync(id)).Attendances.Single(one => one.Person == fresh.Second.Id).Reason);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Decision_Unfinished_ComesUpAtTheNextMeetingUntilItIsEnded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var fresh = await FreshCommission.ConveneAsync(database);
        var chair = fresh.School.Chair.Now(fresh.School);
        var (id, matter, decision) = (await fresh.PlanAsync(), Guid.NewGuid(), Decision(fresh));
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(matter, AgendaKind.Other, "Ашкана"));
        await fresh.BeginAsync(id);
        await fresh.ElectAllAsync(id);
        await fresh.Conduct.DecideAsync(chair, matter, decision);
        await fresh.Conduct.CloseAsync(chair, matter, 1);
        await fresh.Conduct.EndAsync(chair, id, new TimeOnly(1, 0));

        var next = await fresh.PlanAsync(fresh.Today.AddDays(1), by: chair);
        Assert.Equal([AgendaKind.EarlierDecisions], (await fresh.ItemsAsync(next)).Select(item => item.Kind));
        var decisions = new Decisions(database.Gate);
        await Assert.ThrowsAsync<OnlyOwnerEndsDecision>(() => decisions.EndAsync(fresh.First.Now(fresh.School), decision.Id, new DecisionEnd(DecisionState.Done, "сүрөт", 0)));
        await Assert.ThrowsAsync<OnlyOwnerEndsDecision>(() => decisions.EndAsync(fresh.Second.Now(fresh.School), decision.Id, new DecisionEnd(DecisionState.Dropped, "кымбат", 0)));
        await decisions.EndAsync(fresh.Second.Now(fresh.School), decision.Id, new DecisionEnd(DecisionState.Done, "жаңы меш коюлду", 0));
        await Assert.ThrowsAsync<DecisionNotOpen>(() => decisions.EndAsync(chair, decision.Id, new DecisionEnd(DecisionState.Dropped, "кымбат", 1)));
        Assert.Empty((await fresh.ItemsAsync(await fresh.PlanAsync(fresh.Today.AddDays(2), by: chair))).Where(item => item.Kind == AgendaKind.EarlierDecisions));
    }

    [Fact]
    public async Task Election_EvenThenSecondRound_OnlyTheFirstOnesStandAndMajorityWins()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(database);
        var id = await fresh.PlanAsync();
        await fresh.BeginAsync(id);
        var outsider = await fresh.School.AddAsync("Гүлнара Мисалова", Position.Other, Role.Executor);
        await Assert.ThrowsAsync<CandidateNotPossible>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (outsider, 5)));
        await Assert.ThrowsAsync<CandidateNotPossible>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0));
        await Assert.ThrowsAsync<ChairMustBeIndependent>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.School.Responsible, 1), (fresh.First, 4)));
        await Assert.ThrowsAsync<MoreBallotsThanMembers>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 1, (fresh.First, 3), (fresh.Second, 2)));
        await fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.First, 2), (fresh.Second, 2), (fresh.School.Chair, 1));
        Assert.Null((await fresh.CommissionAsync()).Chair);
        await Assert.ThrowsAsync<NobodyElected>(() => CloseAsync(fresh, id, AgendaKind.ElectChair));
        await Assert.ThrowsAsync<CandidateNotPossible>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.School.Chair, 5)));
        await fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.First, 3), (fresh.Second, 2));
        Assert.Equal(fresh.First.Id, (await fresh.CommissionAsync()).Chair);
        await Assert.ThrowsAsync<ChairIsNotSecretary>(() => fresh.ElectAsync(id, AgendaKind.ElectSecretary, 0, (fresh.First, 5)));
    }

    [Fact]
    public async Task Recused_DoesNotVote_AndNobodyVotesTwice()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(database);
        var chair = fresh.School.Chair.Now(fresh.School);
        var (id, matter) = (await fresh.PlanAsync(), Guid.NewGuid());
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(matter, AgendaKind.Other, "Короо"));
        await fresh.BeginAsync(id);
        await fresh.ElectAllAsync(id);
        await fresh.Conduct.RecuseAsync(chair, matter, [fresh.First.Id]);
        await Assert.ThrowsAsync<MoreBallotsThanMembers>(() => fresh.Conduct.VoteAsync(chair, matter, FreshCommission.Motion(1, 5)));
        NewBallot Named(params TestPerson[] people) => FreshCommission.Motion(1, 0) with { ByName = [.. people.Select(person => new NamedVote(person.Id, Voice.For, null))] };
        await Assert.ThrowsAsync<VoterNotPossible>(() => fresh.Conduct.VoteAsync(chair, matter, Named(fresh.First)));
        await Assert.ThrowsAsync<VoterNotPossible>(() => fresh.Conduct.VoteAsync(chair, matter, Named(fresh.Second, fresh.Second)));
        await fresh.Conduct.VoteAsync(chair, matter, Named(fresh.Second, fresh.Teacher, fresh.School.Chair));
        var ballot = Assert.Single((await fresh.ItemAsync(id, AgendaKind.Other)).Ballots);
        Assert.Equal((4, 3, 0, 0), (ballot.Voters, ballot.For, ballot.Against, ballot.Abstained));
    }

    [Fact]
    public async Task BeginAsync_WhatDoesNotFit_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(database);
        var (id, second) = (await fresh.PlanAsync(), await fresh.PlanAsync(fresh.Today.AddDays(1)));
        await Assert.ThrowsAsync<MeetingInFuture>(() => fresh.BeginAsync(id, fresh.Today.AddDays(1)));
        await Assert.ThrowsAsync<MeetingDayNotPossible>(() => fresh.BeginAsync(id, fresh.Today.AddDays(-1)));
        await Assert.ThrowsAsync<MeetingBeforeFirst>(() => fresh.BeginAsync(second));
        await Assert.ThrowsAsync<NotInMeeting>(() => fresh.BeginAsync(id, fresh.School.Director, fresh.Teacher, fresh.First, fresh.Second));
        await fresh.BeginAsync(id);
        await Assert.ThrowsAsync<MeetingNotPlanned>(() => fresh.BeginAsync(id));
        await Assert.ThrowsAsync<AnotherMeetingGoesOn>(() => fresh.BeginAsync(second));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task NextCommission_ConvenedWhileAMeetingGoesOn_IsRefusedAndPlannedOnesGoOver(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var fresh = await FreshCommission.ConveneAsync(database);
        var (id, later) = (await fresh.PlanAsync(), await fresh.PlanAsync(fresh.Today.AddDays(5)));
        await fresh.BeginAsync(id);
        await fresh.ElectAllAsync(id);
        await Assert.ThrowsAsync<AnotherMeetingGoesOn>(fresh.AgainAsync);
        await fresh.Conduct.EndAsync(fresh.School.Chair.Now(fresh.School), id, new TimeOnly(1, 0));
        await new Convocations(database.Gate).DropAsync(fresh.School.Director.Now(fresh.School), fresh.Id);
        await fresh.AgainAsync();

        Assert.Equal(fresh.Id, (await fresh.RowAsync(later)).Convocation);
        Assert.NotEqual(fresh.Id, (await fresh.RowAsync(id)).Convocation);
        // The new one has elected nobody: the planned meeting does.
        fresh.School.Time.Pass(TimeSpan.FromDays(5));
        await fresh.BeginAsync(later);
        Assert.Equal([AgendaKind.ElectChair, AgendaKind.ElectSecretary], (await fresh.ItemsAsync(later)).Select(item => item.Kind));
    }

    private static NewDecision Decision(FreshCommission fresh) => new() { Id = Guid.NewGuid(), Text = "Жаңы меш коюлсун", Owner = fresh.Second.Id, DueOn = fresh.Today.AddDays(10) };

    private static async Task CloseAsync(FreshCommission fresh, MeetingId id, AgendaKind kind)
    {
        var item = await fresh.ItemAsync(id, kind);
        await fresh.Conduct.CloseAsync(fresh.Leader, item.Id, item.Version);
    }
}
