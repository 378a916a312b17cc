using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>The commission: chair, responsible person and the members, with one meeting after another.</summary>
internal sealed partial class LetterLife
{
    private MeetingId _meeting;
    private ConvocationId _convocation;

    private async Task ConveneAsync()
    {
        var day = new DateOnly(2026, 9, 1);
        _convocation = ConvocationId.New();
        var commission = new Convocation
        {
            School = _school.Id, Id = _convocation, OrderNumber = "1", OrderOn = day, SignedBy = "Болот Ойлонбаев", From = day, Until = day.AddYears(1), FirstMeetingOn = day,
            TakenOver = false, ConvenedOn = day, Chair = _school.Chair.Id, Secretary = _people[3].Id,
        };
        foreach (var person in _people.Where(person => person != _school.Director))
            commission.Members.Add(new ConvocationMember { School = _school.Id, Convocation = _convocation, Person = person.Id, Group = MemberGroup.Parents, From = day });
        await using var db = _school.Database.Open(_school.Id);
        db.Add(commission);
        await db.SaveChangesAsync();
        await PlanAsync();
    }

    private async Task PlanAsync()
    {
        _meeting = MeetingId.New();
        await using var db = _school.Database.Open(_school.Id);
        db.Add(new Meeting
        {
            School = _school.Id, Id = _meeting, Convocation = _convocation, PlannedOn = _school.Clock.Today, PlannedMinute = 900, Place = "?", Extraordinary = false, State = MeetingState.Planned,
        });
        await db.SaveChangesAsync();
    }

    private async Task PutOnAgendaAsync(TestPerson person, AppealId id, byte about)
    {
        if (await _desk.Agendas.OfferAsync(person.Now(_school), id) is not { } offer)
            return;
        await _desk.Agendas.PutAsync(person.Now(_school), id, new NewAgendaLetter
        {
            Id = Guid.NewGuid(), Meeting = _meeting, Ask = "Чечим керек.", Redacted = offer.RedactedOn is not null && about % 2 == 0, Version = offer.Version,
        });
    }

    private async Task TakeOffAgendaAsync(TestPerson person, AppealId id)
    {
        await using var db = _school.Database.Open(_school.Id);
        foreach (var item in await db.Set<AgendaItem>().Where(one => one.Appeal == id && one.Meeting == _meeting).Select(one => one.Id).ToListAsync())
            await _desk.Agendas.TakeOffAsync(person.Now(_school), item);
    }

    /// <summary>Somebody is noted as absent or as late, by who holds the letters or by who does not.</summary>
    private async Task LoseOrReturnAsync(TestPerson person, TestPerson other, byte about)
    {
        if (_left.Contains(person.Id))
            return;
        await using var db = _school.Database.Open(_school.Id);
        await _school.Database.Gate.InTransactionAsync(db, async () =>
        {
            await Core.Schools.SchoolLock.LockSchoolAsync(db);
            if (about % 2 == 0)
                await AgendaAccess.KeepAsync(db, person.Now(_school), _meeting, [.. _people.Where(one => one != other).Select(one => one.Id)]);
            else
                await AgendaAccess.ReturnAsync(db, person.Now(_school), _meeting, [.. _people.Where(one => !_left.Contains(one.Id)).Select(one => one.Id)]);
        });
    }

    private async Task EndMeetingAsync(TestPerson person)
    {
        await using var db = _school.Database.Open(_school.Id);
        await db.Set<Meeting>().Where(one => one.Id == _meeting).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, MeetingState.Ended).SetProperty(one => one.Chair, person.Id));
        await _desk.AgendaAccess.EndAsync(person.Now(_school), _meeting);
        await PlanAsync();
    }
}
