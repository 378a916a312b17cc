using Ishenim.Core.Commission;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Demo;

/// <summary>The demo's commission: appointed by an order, its first meeting held with elections and a decision, the next one planned.</summary>
internal sealed class DemoCommission(DatabaseGate database, School school, DemoClock clock, IReadOnlyDictionary<Role, PersonId> people)
{
    private const int MetDaysAgo = 28;
    private const int NextInDays = 4;

    private readonly Meetings _meetings = new(database);
    private readonly MeetingConduct _conduct = new(database);
    private bool _met;

    /// <summary>One of each group.</summary>
    public async Task ConveneAsync(Actor director)
    {
        var convocations = new Convocations(database);
        var id = await convocations.AddAsync(director, new AppointmentOrder
        {
            Number = "12", Day = director.Today, SignedBy = DemoPeople.All.Single(one => one.Person.Roles.Contains(Role.Director)).Person.Name,
            From = director.Today, Until = director.Today.AddYears(1), FirstMeetingOn = director.Today.AddDays(7),
        });
        foreach (var (role, group) in Groups)
            await convocations.PutAsync(director, id, people[role], group);
        await convocations.ConveneAsync(director, id, 0);
    }

    /// <summary>Holds the first meeting if it was so many days ago, once.</summary>
    public async Task UntilAsync(int daysAgo, Func<Role, Task<Actor>> actorOf)
    {
        if (_met || daysAgo > MetDaysAgo)
            return;
        _met = true;
        clock.Back = TimeSpan.FromDays(MetDaysAgo);
        await MeetAsync(await actorOf(Role.Responsible), await actorOf(Role.Chair));
    }

    public Task PlanNextAsync(Actor chair) => _meetings.PlanAsync(chair, Plan(MeetingId.New(), chair.Today.AddDays(NextInDays)));

    private static readonly (Role Role, MemberGroup Group)[] Groups =
        [(Role.Responsible, MemberGroup.Administration), (Role.Member, MemberGroup.Teachers), (Role.Chair, MemberGroup.Parents)];

    private async Task MeetAsync(Actor responsible, Actor chair)
    {
        var (id, matter, member) = (MeetingId.New(), Guid.NewGuid(), people[Role.Member]);
        await _meetings.PlanAsync(responsible, Plan(id, responsible.Today));
        await _meetings.AddItemAsync(responsible, id, new NewAgendaItem(matter, AgendaKind.Other, "Ашканадагы тамактын жылуулугу жөнүндө"));
        await BeginAsync(responsible, id, member);
        await ElectAsync(responsible, AgendaKind.ElectChair, chair.Person);
        await ElectAsync(chair, AgendaKind.ElectSecretary, member);
        await _conduct.NoteAsync(chair, matter, new ItemNotes("Аяна Жооптуева ашкана жөнүндө маалымат берди.", "Данияр Мүчөев жаңы меш алууну сунуштады.", 0));
        await _conduct.VoteAsync(chair, matter, new NewBallot { For = 3, Against = 0, Abstained = 0, Candidates = [], ByName = [], Version = 1 });
        await _conduct.DecideAsync(chair, matter, new NewDecision { Id = Guid.NewGuid(), Text = "Ашканага жаңы меш коюлсун", Owner = responsible.Person, DueOn = chair.Today.AddDays(MetDaysAgo + 3) });
        await _conduct.CloseAsync(chair, matter, 3);
        await _conduct.EndAsync(chair, id, school.Clock(clock).DayAndTimeOf(chair.At).Time);
    }

    private Task BeginAsync(Actor responsible, MeetingId id, PersonId writes) =>
        _conduct.BeginAsync(responsible, school, id, new MeetingBeginning
        {
            On = responsible.Today, At = school.Clock(clock).DayAndTimeOf(responsible.At).Time, Members = [.. Groups.Select(one => new MemberPresence(people[one.Role], Presence.Present, ""))], Leads = responsible.Person, Writes = writes, Version = 0,
        });

    private async Task ElectAsync(Actor leads, AgendaKind office, PersonId elected)
    {
        await using var db = database.Open(school.Id);
        var item = await db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Kind == office);
        await _conduct.VoteAsync(leads, item.Id, new NewBallot
        {
            For = 0, Against = 0, Abstained = 0, Candidates = [new CandidateVotes(elected, 3)], ByName = [], Version = item.Version,
        });
    }

    private static NewMeeting Plan(MeetingId id, DateOnly on) =>
        new() { Id = id, On = on, At = new TimeOnly(15, 0), Place = "Мугалимдер бөлмөсү", Guests = "", Extraordinary = false };
}
