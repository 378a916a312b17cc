using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Opens what was said of letters, for who holds them.</summary>
public static class MinutesReading
{
    /// <summary>The minutes of those items, by item. One that is missing was not written yet, is not this person's, or was destroyed.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ItemMinutes>> MinutesAsync(this IshenimDb db, Actor actor, IEnumerable<AgendaItem> items)
    {
        var opened = new Dictionary<Guid, ItemMinutes>();
        foreach (var item in items)
            if (item is { Appeal: { } appeal, Minutes: { } sequence } && await db.MinutesAsync(actor, appeal, sequence) is { } minutes)
                opened.Add(item.Id, minutes);
        return opened;
    }

    private static async Task<ItemMinutes?> MinutesAsync(this IshenimDb db, Actor actor, AppealId appeal, int sequence)
    {
        var part = await db.Set<Part>().AsNoTracking().SingleOrDefaultAsync(one => one.Appeal == appeal && one.Sequence == sequence && one.Kind == PartKind.Minutes);
        if (part is null)
            return null;
        using var keys = await AppealKeys.OpenAsync(db, appeal, actor.Person.Value, actor.Keys);
        return keys.Has(part.Class, part.Epoch) ? keys.OpenRecord<ItemMinutes>(part) : null;
    }
}
