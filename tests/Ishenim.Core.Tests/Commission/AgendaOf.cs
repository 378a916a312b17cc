using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Core.Tests.Appeals;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A commission with a planned meeting and the services of letters on its agenda.</summary>
internal sealed class AgendaOf
{
    public const string Ask = "Ашкана боюнча чечим керек.";

    private AgendaOf(TestMeeting commission, MeetingId meeting) => (Commission, Meeting, Desk) = (commission, meeting, new DeskOf(commission.School));

    public TestMeeting Commission { get; }

    public MeetingId Meeting { get; }

    public DeskOf Desk { get; }

    public TestSchool School => Commission.School;

    public static async Task<AgendaOf> OpenAsync(TestDatabase database)
    {
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        return new AgendaOf(commission, await commission.PlanAsync());
    }

    /// <summary>A reader puts it on the agenda; the item.</summary>
    public async Task<Guid> PutAsync(AppealId id, TestPerson? by = null, bool redacted = false, MeetingId? meeting = null)
    {
        var (reader, item) = ((by ?? School.Responsible).Now(School), Guid.NewGuid());
        var version = (await Desk.Agendas.OfferAsync(reader, id))!.Version;
        Assert.True(await Desk.Agendas.PutAsync(reader, id, new NewAgendaLetter { Id = item, Meeting = meeting ?? Meeting, Ask = Ask, Redacted = redacted, Version = version }));
        return item;
    }

    public async Task<AgendaItem> ItemAsync(Guid item)
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == item);
    }

    /// <summary>The classes of the present keys that the person holds.</summary>
    public async Task<IReadOnlyList<KeyClass>> ClassesAsync(AppealId id, TestPerson person)
    {
        await using var db = School.Database.Open(School.Id);
        var epoch = await db.Set<Appeal>().Where(one => one.Id == id).Select(one => one.Epoch).SingleAsync();
        return await db.Set<Grant>().Where(one => one.Appeal == id && one.Recipient == person.Id.Value && one.Epoch == epoch).Select(one => one.Class).Order().ToListAsync();
    }

    /// <summary>The meeting begins, and who is absent loses its letters.</summary>
    public async Task BeginAsync(TestPerson by)
    {
        await Commission.HoldAsync(Meeting);
        await InAsync(db => AgendaAccess.KeepAsync(db, by.Now(School), Meeting, [Commission.Chair.Id, Commission.Secretary.Id, Commission.Present.Id]));
    }

    public async Task InAsync(Func<Core.Storage.IshenimDb, Task> work)
    {
        await using var db = School.Database.Open(School.Id);
        await School.Database.Gate.InTransactionAsync(db, async () =>
        {
            await Core.Schools.SchoolLock.LockSchoolAsync(db);
            await work(db);
        });
    }

    public static ItemMinutes Words(string resolved = "") => new() { Heard = "Кат окулду.", Spoke = "Ашканачы айтты.", Resolved = resolved };
}
