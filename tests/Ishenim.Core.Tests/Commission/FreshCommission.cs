using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A commission of five that was just convened and has elected nobody: three parents, a teacher, the responsible person.</summary>
internal sealed class FreshCommission
{
    private FreshCommission(TestSchool school) => School = school;

    public TestSchool School { get; }

    public ConvocationId Id { get; private set; }

    public TestPerson Teacher { get; private set; } = null!;

    public TestPerson First { get; private set; } = null!;

    public TestPerson Second { get; private set; } = null!;

    public TestPerson[] Members => [School.Responsible, Teacher, School.Chair, First, Second];

    public Meetings Meetings => new(School.Database.Gate);

    public MeetingConduct Conduct => new(School.Database.Gate);

    /// <summary>Who leads while there is no chair.</summary>
    public Actor Leader => School.Responsible.Now(School);

    public DateOnly Today => School.Clock.Today;

    public static async Task<FreshCommission> ConveneAsync(TestDatabase database)
    {
        var school = await TestSchool.OpenAsync(database);
        var fresh = new FreshCommission(school)
        {
            Teacher = await school.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Member), First = await school.AddAsync("Сезим Энеева", Position.Committee, Role.Member),
            Second = await school.AddAsync("Бакыт Атаев", Position.Committee, Role.Member),
        };
        await fresh.AgainAsync();
        return fresh;
    }

    /// <summary>The same people by a new order.</summary>
    public async Task AgainAsync()
    {
        var (convocations, director) = (new Convocations(School.Database.Gate), School.Director.Now(School));
        Id = await convocations.AddAsync(director, new AppointmentOrder
        {
            Number = "17", Day = Today, SignedBy = "Болот Ойлонбаев", From = Today, Until = Today.AddYears(2), FirstMeetingOn = Today.AddDays(1),
        });
        var groups = new[] { MemberGroup.Administration, MemberGroup.Teachers, MemberGroup.Parents, MemberGroup.Parents, MemberGroup.Parents };
        foreach (var (person, group) in Members.Zip(groups))
            await convocations.PutAsync(director, Id, person.Id, group);
        await convocations.ConveneAsync(director, Id, 0);
    }

    public async Task<MeetingId> PlanAsync(DateOnly? on = null, int hour = 15, Actor? by = null)
    {
        var id = MeetingId.New();
        await Meetings.PlanAsync(by ?? Leader, Plan(id, on ?? Today, hour));
        return id;
    }

    public static NewMeeting Plan(MeetingId id, DateOnly on, int hour = 15) =>
        new() { Id = id, On = on, At = new TimeOnly(hour, 0), Place = "12-кабинет", Guests = "", Extraordinary = false };

    /// <summary>It begins today at eight: those came, the others not; the first of them writes.</summary>
    public Task BeginAsync(MeetingId id, params TestPerson[] came) => BeginAsync(id, Today, came);

    public async Task BeginAsync(MeetingId id, DateOnly on, params TestPerson[] came)
    {
        var there = came.Length == 0 ? Members : came;
        await Conduct.BeginAsync(Leader, School.School, id, new MeetingBeginning
        {
            On = on, At = new TimeOnly(0, 1), Members = [.. there.Select(person => new MemberPresence(person.Id, Presence.Present, ""))],
            Leads = there[0].Id, Writes = there[1].Id, Version = (await RowAsync(id)).Version,
        });
    }

    public async Task<Meeting> RowAsync(MeetingId id)
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Attendances).SingleAsync(meeting => meeting.Id == id);
    }

    public async Task<IReadOnlyList<AgendaItem>> ItemsAsync(MeetingId id)
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<AgendaItem>().AsNoTracking().Where(item => item.Meeting == id).OrderBy(item => item.Place).ToListAsync();
    }

    public async Task<AgendaItem> ItemAsync(MeetingId id, AgendaKind kind) => (await ItemsAsync(id)).Single(item => item.Kind == kind);

    public async Task<Convocation> CommissionAsync()
    {
        await using var db = School.Database.Open(School.Id);
        return (await db.CommissionAsync())!;
    }

    /// <summary>One round for an office: so many votes for each, and against all.</summary>
    public async Task ElectAsync(MeetingId id, AgendaKind office, int against, params (TestPerson Person, int Votes)[] votes)
    {
        var item = await ItemAsync(id, office);
        await Conduct.VoteAsync(Leader, item.Id, new NewBallot
        {
            For = 0, Against = against, Abstained = 0, Candidates = [.. votes.Select(one => new CandidateVotes(one.Person.Id, one.Votes))], ByName = [], Version = item.Version,
        });
    }

    /// <summary>Elects the provisional chair for chair and the teacher for secretary.</summary>
    public async Task ElectAllAsync(MeetingId id)
    {
        await ElectAsync(id, AgendaKind.ElectChair, 0, (School.Chair, 4));
        await ElectAsync(id, AgendaKind.ElectSecretary, 0, (Teacher, 4));
    }

    /// <summary>A whole first meeting with the elections alone.</summary>
    public async Task<MeetingId> MeetAsync(Actor? by = null)
    {
        var id = await PlanAsync(by: by);
        await BeginAsync(id);
        await ElectAllAsync(id);
        await Conduct.EndAsync(Leader, id, new TimeOnly(1, 0));
        return id;
    }

    public static NewBallot Motion(int version, int yes, int against = 0, int abstained = 0) =>
        new() { For = yes, Against = against, Abstained = abstained, Candidates = [], ByName = [], Version = version };
}
