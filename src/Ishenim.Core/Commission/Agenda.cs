using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>The order of an agenda, and what stands on it by itself.</summary>
internal static class Agenda
{
    /// <summary>
    /// Elections for free offices come first, then how earlier decisions were carried out. Done when a meeting is planned, and again when it
    /// begins: much happens in between.
    /// </summary>
    /// <returns>All items, in their order.</returns>
    public static async Task<IReadOnlyList<AgendaItem>> RenewAsync(IshenimDb db, Convocation commission, Meeting meeting)
    {
        var items = await db.AgendaAsync(meeting.Id);
        var wanted = await WantedAsync(db, commission);
        foreach (var kind in wanted.Where(kind => items.TrueForAll(item => item.Kind != kind)))
        {
            var item = Item(meeting, Guid.NewGuid(), kind, "", 0);
            db.Add(item);
            items.Add(item);
        }
        var gone = items.FindAll(item => item.Kind is AgendaKind.ElectChair or AgendaKind.ElectSecretary or AgendaKind.EarlierDecisions && !wanted.Contains(item.Kind));
        db.RemoveRange(gone);
        List<AgendaItem> left = [.. items.Except(gone).OrderBy(RankOf).ThenBy(item => item.Place)];
        Number(left);
        return left;
    }

    public static AgendaItem Item(Meeting meeting, Guid id, AgendaKind kind, string title, int place) => new()
    {
        School = meeting.School, Id = id, Meeting = meeting.Id, Kind = kind, Title = title, Place = place,
    };

    public static void Number(IReadOnlyList<AgendaItem> items)
    {
        foreach (var (item, place) in items.Select((item, i) => (item, i + 1)))
            if (item.Place != place)
                item.Place = place;
    }

    /// <summary>Elections stand before everything else.</summary>
    public static int RankOf(AgendaItem item) => item.IsElection ? (int)item.Kind : item.Kind == AgendaKind.EarlierDecisions ? 4 : 5;

    private static async Task<List<AgendaKind>> WantedAsync(IshenimDb db, Convocation commission)
    {
        var wanted = new List<AgendaKind>();
        if (commission.Chair is null)
            wanted.Add(AgendaKind.ElectChair);
        if (commission.Secretary is null)
            wanted.Add(AgendaKind.ElectSecretary);
        if (await db.Set<Decision>().AnyAsync(one => one.State == DecisionState.Open && db.Set<AgendaItem>().Any(item => item.Id == one.Item && !item.Restricted)))
            wanted.Add(AgendaKind.EarlierDecisions);
        return wanted;
    }
}
