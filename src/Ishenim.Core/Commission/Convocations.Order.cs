using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>The order that appoints a commission: from its rows while it is composed, then as it was frozen.</summary>
/// <param name="Form">What it says.</param>
/// <param name="Fingerprint">Of the line that froze it; null: a draft.</param>
public sealed record ReadOrder(FrozenOrder Form, Fingerprint? Fingerprint);

public sealed partial class Convocations
{
    /// <returns>Null: no such convocation, or the school brought it with it, and its order is on paper.</returns>
    public async Task<ReadOrder?> OrderAsync(Actor actor, ConvocationId id)
    {
        await using var db = database.Open(actor.School);
        if (await db.Set<FrozenForm>().AsNoTracking().SingleOrDefaultAsync(form => form.Of == id.Value && form.Kind == FormKind.Order) is { } frozen)
            return new ReadOrder(frozen.Read<FrozenOrder>(), await db.FingerprintAsync(frozen));
        return await db.Set<Convocation>().AsNoTracking().Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == id && one.ConvenedOn == null) is { } draft
            ? new ReadOrder(await db.OrderAsync(draft, actor.Today), null)
            : null;
    }
}
