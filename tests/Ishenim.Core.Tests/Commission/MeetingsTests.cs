using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>How meetings are planned, and what stands on their agenda by itself (C2, C3).</summary>
public sealed class MeetingsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PlanAsync_NobodyElected_HasTheElectionsFirstAndInvitesEachMemberOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var fresh = await FreshCommission.ConveneAsync(database);
        await using var db = database.Open(fresh.School.Id);
        await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, "adam@mektep.example"));
        var id = await fresh.PlanAsync(fresh.Today.AddDays(3));
        await fresh.Meetings.PlanAsync(fresh.Leader, FreshCommission.Plan(id, fresh.Today.AddDays(3)));

        Assert.Equal([AgendaKind.ElectChair, AgendaKind.ElectSecretary], (await fresh.ItemsAsync(id)).Select(item => item.Kind));
        var mails = await db.Set<OutboxMail>().Where(mail => mail.Notice == Notice.MeetingCalled).ToListAsync();
        Assert.Equal((5, 5), (mails.Count, mails.Count(mail => mail.Meeting == id.Value)));
        Assert.Single(await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.MeetingPlanned).ToListAsync());
    }

    [Fact]
    public async Task PlanAsync_WhatDoesNotFit_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await Assert.ThrowsAsync<NoCommission>(() => new Meetings(database.Gate).PlanAsync(school.Responsible.Now(school), FreshCommission.Plan(MeetingId.New(), school.Clock.Today)));

        await using var another = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(another);
        await Assert.ThrowsAsync<OnlyCommissionLeads>(() => fresh.PlanAsync(by: fresh.First.Now(fresh.School)));
        await Assert.ThrowsAsync<MeetingDayNotPossible>(() => fresh.PlanAsync(fresh.Today.AddDays(-1)));
        await Assert.ThrowsAsync<MeetingDayNotPossible>(() => fresh.PlanAsync(fresh.Today.AddYears(3)));
        var first = await fresh.PlanAsync(fresh.Today.AddDays(5));
        await Assert.ThrowsAsync<MeetingBeforeFirst>(() => fresh.PlanAsync(fresh.Today.AddDays(4)));
        await fresh.PlanAsync(fresh.Today.AddDays(6));
        // The first one itself may be brought forward.
        await fresh.Meetings.ChangeAsync(fresh.Leader, FreshCommission.Plan(first, fresh.Today.AddDays(2)), 0);
        Assert.Equal(fresh.Today.AddDays(2), (await fresh.RowAsync(first)).PlannedOn);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ChangeAndCancel_MembersAreToldAndOldVersionsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var fresh = await FreshCommission.ConveneAsync(database);
        await using var db = database.Open(fresh.School.Id);
        await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, "adam@mektep.example"));
        var id = await fresh.PlanAsync(fresh.Today.AddDays(3));
        await fresh.Meetings.ChangeAsync(fresh.Leader, FreshCommission.Plan(id, fresh.Today.AddDays(3), hour: 16), 0);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => fresh.Meetings.CancelAsync(fresh.Leader, id, "кар жаады", 0));
        await fresh.Meetings.CancelAsync(fresh.Leader, id, "кар жаады", 1);

        Assert.Equal((MeetingState.Cancelled, "кар жаады"), ((await fresh.RowAsync(id)).State, (await fresh.RowAsync(id)).Reason));
        var notices = await db.Set<OutboxMail>().Select(mail => mail.Notice).ToListAsync();
        Assert.Equal((5, 5, 5), (notices.Count(one => one == Notice.MeetingCalled), notices.Count(one => one == Notice.MeetingChanged), notices.Count(one => one == Notice.MeetingCancelled)));
        await Assert.ThrowsAsync<MeetingNotPlanned>(() => fresh.Meetings.CancelAsync(fresh.Leader, id, "кар жаады", 2));
    }

    [Fact]
    public async Task Agenda_MattersAreAddedMovedAndDropped_ElectionsStayOnTop()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var fresh = await FreshCommission.ConveneAsync(database);
        var (id, later) = (await fresh.PlanAsync(), await fresh.PlanAsync(fresh.Today.AddDays(9)));
        var (one, two, deputy) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(one, AgendaKind.Other, "Ашкана"));
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(two, AgendaKind.Other, "Короо"));
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(two, AgendaKind.Other, "Короо"));
        await fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(deputy, AgendaKind.ElectDeputy, ""));
        await Assert.ThrowsAsync<ItemNotPossible>(() => fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(Guid.NewGuid(), AgendaKind.ElectDeputy, "")));
        await Assert.ThrowsAsync<ItemNotPossible>(() => fresh.Meetings.AddItemAsync(fresh.Leader, id, new NewAgendaItem(Guid.NewGuid(), AgendaKind.Letter, "Кат")));
        await fresh.Meetings.RaiseItemAsync(fresh.Leader, id, two);
        await fresh.Meetings.RaiseItemAsync(fresh.Leader, id, two);
        Assert.Equal([AgendaKind.ElectChair, AgendaKind.ElectDeputy, AgendaKind.ElectSecretary, AgendaKind.Other, AgendaKind.Other], (await fresh.ItemsAsync(id)).Select(item => item.Kind));
        Assert.Equal(["", "", "", "Короо", "Ашкана"], (await fresh.ItemsAsync(id)).Select(item => item.Title));

        await fresh.Meetings.MoveItemAsync(fresh.Leader, id, one, later);
        await fresh.Meetings.DropItemAsync(fresh.Leader, id, deputy);
        var election = (await fresh.ItemAsync(id, AgendaKind.ElectChair)).Id;
        await Assert.ThrowsAsync<ItemNotPossible>(() => fresh.Meetings.DropItemAsync(fresh.Leader, id, election));
        Assert.Equal([(1, AgendaKind.ElectChair), (2, AgendaKind.ElectSecretary), (3, AgendaKind.Other)], (await fresh.ItemsAsync(id)).Select(item => (item.Place, item.Kind)));
        Assert.Equal("Ашкана", (await fresh.ItemsAsync(later))[^1].Title);
    }
}
