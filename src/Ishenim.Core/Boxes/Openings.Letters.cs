using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

public sealed partial class Openings
{
    /// <summary>
    /// Registers a letter in the opening's own transaction: neither is there without the other. Of a restricted letter
    /// the opening keeps the sheets alone.
    /// </summary>
    /// <param name="actor">The responsible person.</param>
    /// <param name="id">The opening.</param>
    /// <param name="letter">What the act says of it.</param>
    /// <param name="register">Registers it; not called where the form was sent twice.</param>
    /// <returns>The letter's number; null: it is entered already.</returns>
    /// <exception cref="OpeningNotCounted">The letters were not counted.</exception>
    /// <exception cref="MoreLettersThanFound">As many as were found are entered already.</exception>
    public async Task<RegisterNumber?> RegisterAsync(
        Actor actor, OpeningId id, NewOpeningLetter letter, Func<IshenimDb, Task<(AppealId Id, RegisterNumber Number)>> register)
    {
        RegisterNumber? number = null;
        await WithAsync(actor, id, async (db, opening) =>
        {
            if (await PlaceAsync(db, opening, letter.Entry, letter.Sheets) is not { } place)
                return;
            var registered = await register(db);
            number = registered.Number;
            db.Add(new OpeningItem
            {
                School = db.School, Opening = id, Entry = letter.Entry, Place = place, SetAside = SetAside.No, Sheets = letter.Sheets, Closed = letter.Closed,
                Restricted = number.Restricted, Appeal = number.Restricted ? null : registered.Id, Number = number.Restricted ? null : number.ToString(),
                Kind = number.Restricted ? null : letter.Kind, Signed = number.Restricted ? null : letter.Signed,
            });
        });
        return number;
    }

    /// <summary>Sets something aside that is no appeal.</summary>
    /// <exception cref="OpeningNotCounted">The letters were not counted.</exception>
    /// <exception cref="MoreLettersThanFound">As many as were found are entered already.</exception>
    public Task SetAsideAsync(Actor actor, OpeningId id, NewSetAside aside) => WithAsync(actor, id, async (db, opening) =>
    {
        if (await PlaceAsync(db, opening, aside.Entry, aside.Sheets) is { } place)
            db.Add(new OpeningItem { School = db.School, Opening = id, Entry = aside.Entry, Place = place, SetAside = aside.Reason, Sheets = aside.Sheets });
    });

    /// <summary>Takes something set aside back, to register it after all or because it was entered by mistake.</summary>
    public Task TakeBackAsync(Actor actor, OpeningId id, Guid entry) => WithAsync(actor, id, (db, _) =>
        db.Set<OpeningItem>().Where(item => item.Opening == id && item.Entry == entry && item.SetAside != SetAside.No).ExecuteDeleteAsync());

    /// <summary>The entry's place; null: it is entered already, for the form was sent twice.</summary>
    private static async Task<int?> PlaceAsync(IshenimDb db, Opening opening, Guid entry, int sheets)
    {
        if (opening.LettersFound is not { } found)
            throw new OpeningNotCounted();
        var items = await db.Set<OpeningItem>().AsNoTracking().Where(item => item.Opening == opening.Id)
            .Select(item => new { item.Entry, item.Place, item.Sheets }).ToListAsync();
        if (items.Exists(item => item.Entry == entry))
            return null;
        if (items.Count >= found)
            throw new MoreLettersThanFound(found);
        if (items.Sum(item => item.Sheets) + sheets > opening.SheetsFound)
            throw new MoreSheetsThanFound(opening.SheetsFound ?? 0);
        return items.Select(item => item.Place).DefaultIfEmpty().Max() + 1;
    }
}
