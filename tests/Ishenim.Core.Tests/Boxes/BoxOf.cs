using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Boxes;

/// <summary>A school's box with its services, and a commission that can be present.</summary>
internal sealed class BoxOf
{
    private BoxOf(TestSchool school, BoxId box, IReadOnlyList<PersonId> present)
    {
        (School, Id, Present) = (school, box, present);
        var gate = school.Database.Gate;
        (Keeping, Openings, Keys, Schedule) = (new BoxKeeping(gate), new Openings(gate), new KeyCustodies(gate), new OpeningSchedule(gate));
    }

    public TestSchool School { get; }

    public BoxId Id { get; }

    public IReadOnlyList<PersonId> Present { get; }

    public BoxKeeping Keeping { get; }

    public Openings Openings { get; }

    public KeyCustodies Keys { get; }

    public OpeningSchedule Schedule { get; }

    public Actor Actor => School.Responsible.Now(School);

    /// <summary>A box that hangs there since 1 September 2026.</summary>
    public static async Task<BoxOf> OpenAsync(TestDatabase database, string slug = "one", int place = 1)
    {
        var school = await TestSchool.OpenAsync(database, slug, place);
        var member = await school.AddAsync("Данияр Мүчөев", Position.Teacher, Role.Member);
        var id = await new BoxKeeping(database.Gate).AddAsync(
            school.Responsible.Now(school), new BoxInput { Place = "А блогу, биринчи кабат", Seal = "П-1" }, new DateOnly(2026, 9, 1));
        return new BoxOf(school, id, [school.Responsible.Id, school.Chair.Id, member.Id]);
    }

    public Task HandOverAsync(PersonId to, DateOnly day) =>
        Keys.HandOverAsync(Actor, new NewHandOver { Box = Id, To = to, Day = day, Keys = 2, Reason = "" });

    public NewOpening New(DateOnly? day = null) => new()
    {
        Id = OpeningId.New(), Box = Id, OpenedOn = day ?? School.Clock.Today, OpenedAt = new TimeOnly(9, 30), Present = Present, Guests = [],
        FewMembers = false, Damage = "", Facing = Facing.Nothing, SealBefore = "П-1", SealAfter = "",
    };

    public async Task<OpeningId> BeginAsync(NewOpening? opening = null)
    {
        opening ??= New();
        await Openings.BeginAsync(Actor, School.School, opening);
        return opening.Id;
    }

    /// <summary>Begins and counts.</summary>
    public async Task<OpeningId> CountedAsync(int letters, int sheets)
    {
        var id = await BeginAsync();
        await Openings.CountAsync(Actor, id, 0, letters, sheets);
        return id;
    }

    /// <summary>Registers a letter with a number of the register and nothing else: what a letter is has tests of its own.</summary>
    public Task<RegisterNumber?> RegisterAsync(OpeningId id, bool restricted = false, Guid? entry = null, bool signed = false) => Openings.RegisterAsync(
        Actor, id, new NewOpeningLetter { Entry = entry ?? Guid.NewGuid(), Sheets = 1, Kind = Kind.Complaint, Signed = signed, Closed = restricted },
        async db => (AppealId.New(), restricted
            ? RegisterNumber.OfRestricted(2026, await db.NextNumberAsync("restricted:2026"))
            : RegisterNumber.Common(2026, await db.NextNumberAsync("appeals:2026"))));

    public Task AsideAsync(OpeningId id, SetAside reason = SetAside.Joke, int sheets = 1) =>
        Openings.SetAsideAsync(Actor, id, new NewSetAside(Guid.NewGuid(), reason, sheets));

    public async Task FinishAsync(OpeningId id, string seal = "П-2")
    {
        await using var db = School.Database.Open(School.Id);
        var version = (await db.Set<Opening>().AsNoTracking().SingleAsync(opening => opening.Id == id)).Version;
        await Openings.FinishAsync(Actor, id, version, seal);
    }

    /// <summary>Finds nothing and finishes.</summary>
    public async Task<OpeningId> EmptyAsync(DateOnly? day = null)
    {
        var id = await BeginAsync(New(day));
        await Openings.CountAsync(Actor, id, 0, 0, 0);
        await FinishAsync(id);
        return id;
    }

    public async Task<Opening> RowAsync(OpeningId id)
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<Opening>().AsNoTracking().Include(opening => opening.Signers).SingleAsync(opening => opening.Id == id);
    }

    public async Task<IReadOnlyList<FrozenForm>> FormsAsync()
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<FrozenForm>().AsNoTracking().OrderBy(form => form.Line).ToListAsync();
    }

    public async Task<VerifyReport> VerifyAsync()
    {
        await using var db = School.Database.Open(School.Id);
        return await Verifier.VerifyAsync(db, School.Files, CancellationToken.None);
    }

    public async Task ChangeAsync(string sql)
    {
        await using var db = School.Database.Open(School.Id);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
