using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;

namespace Ishenim.Core.Tests.Commission;

/// <summary>Protocols are numbered from 1 in each school year, in the order in which meetings were held (C2).</summary>
public sealed class ProtocolNumberTests
{
    [Theory]
    [InlineData(1, DatabaseKind.Sqlite)]
    [InlineData(2, DatabaseKind.Sqlite)]
    [InlineData(3, DatabaseKind.Postgres)]
    public async Task Number_MeetingsOverYearsCancelledOnesAndReplacedConvocations_HasNoGapAndNoDouble(int seed, DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (fresh, dice, held) = (await FreshCommission.ConveneAsync(database), new Dice(seed, 0), new List<MeetingId>());
        for (var i = 0; i < 14; i++)
        {
            fresh.School.Time.Pass(TimeSpan.FromDays(1 + dice.Below(89)));
            if (i > 0 && dice.OneIn(4))
                await fresh.AgainAsync();
            var leader = (await fresh.CommissionAsync()).Chair is null ? fresh.Leader : fresh.School.Chair.Now(fresh.School);
            var id = await fresh.PlanAsync(by: leader);
            if (dice.OneIn(4))
                await fresh.Meetings.CancelAsync(leader, id, "кар жаады", 0);
            else
                held.Add(await HoldAsync(fresh, id, leader));
        }

        var rows = new List<Meeting>();
        foreach (var id in held)
            rows.Add(await fresh.RowAsync(id));
        Assert.True(rows.Select(row => row.Year).Distinct().Count() > 1);
        foreach (var year in rows.GroupBy(row => SchoolYear.From(row.HeldOn!.Value)))
            Assert.Equal(Enumerable.Range(1, year.Count()), year.OrderBy(row => row.HeldOn).Select(row => row.Number!.Value));
    }

    private static async Task<MeetingId> HoldAsync(FreshCommission fresh, MeetingId id, Core.Staff.Actor leader)
    {
        var row = await fresh.RowAsync(id);
        await fresh.Conduct.BeginAsync(leader, fresh.School.School, id, new MeetingBeginning
        {
            On = fresh.Today, At = new TimeOnly(0, 1), Members = [.. fresh.Members.Select(person => new MemberPresence(person.Id, Presence.Present, ""))],
            Leads = fresh.School.Responsible.Id, Writes = fresh.Teacher.Id, Version = row.Version,
        });
        if ((await fresh.CommissionAsync()).Chair is null)
            await fresh.ElectAllAsync(id);
        await fresh.Conduct.EndAsync(fresh.School.Chair.Now(fresh.School), id, new TimeOnly(1, 0));
        return id;
    }
}
