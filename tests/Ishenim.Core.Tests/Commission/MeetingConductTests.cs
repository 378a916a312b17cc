using Ishenim.Core.Commission;
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

        // From now on the responsible person leads no more.
        await Assert.ThrowsAsync<OnlyCommissionLeads>(() => fresh.Conduct.NoteAsync(fresh.Leader, matter, new ItemNotes("Угулду", "", 0)));
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
        await Assert.ThrowsAsync<CandidateNotPossible>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0, (fresh.School.Director, 5)));
        await Assert.ThrowsAsync<CandidateNotPossible>(() => fresh.ElectAsync(id, AgendaKind.ElectChair, 0));
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

    private static NewDecision Decision(FreshCommission fresh) => new() { Id = Guid.NewGuid(), Text = "Жаңы меш коюлсун", Owner = fresh.Second.Id, DueOn = fresh.Today.AddDays(10) };

    private static async Task CloseAsync(FreshCommission fresh, MeetingId id, AgendaKind kind)
    {
        var item = await fresh.ItemAsync(id, kind);
        await fresh.Conduct.CloseAsync(fresh.Leader, item.Id, item.Version);
    }
}
