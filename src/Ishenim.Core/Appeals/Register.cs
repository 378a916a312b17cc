using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// The register of letters. Responsible person, director and chair see every row of the common series, others the
/// letters they hold; restricted letters are there for their readers alone.
/// </summary>
public sealed class Register(DatabaseGate database)
{
    public async Task<RegisterPage> ListAsync(Actor actor, RegisterFilter filter, RegisterCursor cursor)
    {
        await using var db = database.Open(actor.School);
        if (filter.Number is not null)
            await database.InTransactionAsync(db, () => db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.Searched)));
        var restricted = (await database.RenewedAsync(db, actor)).Where(row => filter.Fits(row.Facts!, actor.Today) && (!filter.Unread || row.Unread)).ToList();
        var rows = await (await RowsAsync(db, actor, filter, cursor)).ToListAsync();
        var more = rows.Count > RegisterPage.Rows;
        if (more)
            rows.RemoveAt(RegisterPage.Rows);
        var backwards = cursor.NewerThan is not null;
        if (backwards)
            rows.Reverse();
        return new RegisterPage
        {
            Restricted = restricted,
            Common = rows.ConvertAll(row => row.ToRow()),
            Newer = rows.Count > 0 && (backwards ? more : cursor.OlderThan is not null) ? new RegisterCursor(NewerThan: rows[0].Place) : null,
            Older = rows.Count > 0 && (backwards || more) ? new RegisterCursor(OlderThan: rows[^1].Place) : null,
        };
    }

    /// <summary>The page's rows of the common series, and one more.</summary>
    internal static async Task<IQueryable<PlacedRow>> RowsAsync(IshenimDb db, Actor actor, RegisterFilter filter, RegisterCursor cursor)
    {
        var appeals = db.Set<Appeal>().AsNoTracking().Where(appeal => appeal.RegisterPlace != null && appeal.AppearsAt <= actor.At);
        appeals = db.Filter(appeals, actor, filter);
        if (!actor.SeesRegister())
            appeals = db.OnlyOpenable(appeals, actor);
        return db.Rows(await PageAsync(db, appeals, filter, cursor), actor.Person, actor.At);
    }

    /// <summary>One row more than a page, so that the last page is known; by key, so that every page costs the same.</summary>
    private static async Task<IQueryable<Appeal>> PageAsync(IshenimDb db, IQueryable<Appeal> appeals, RegisterFilter filter, RegisterCursor cursor)
    {
        var place = cursor.OlderThan ?? cursor.NewerThan;
        var day = filter.ByDay && place is not null ? await DayOfAsync(db, place.Value) : null;
        if (cursor.NewerThan is not null)
            appeals = day is { } after
                ? appeals.Where(appeal => appeal.Facts!.ReceivedOn >= after && (appeal.Facts.ReceivedOn > after || appeal.RegisterPlace > place))
                : appeals.Where(appeal => appeal.RegisterPlace > place);
        else if (cursor.OlderThan is not null)
            appeals = day is { } before
                ? appeals.Where(appeal => appeal.Facts!.ReceivedOn <= before && (appeal.Facts.ReceivedOn < before || appeal.RegisterPlace < place))
                : appeals.Where(appeal => appeal.RegisterPlace < place);
        var ordered = (filter.ByDay, cursor.NewerThan is not null) switch
        {
            (true, true) => appeals.OrderBy(appeal => appeal.Facts!.ReceivedOn).ThenBy(appeal => appeal.RegisterPlace),
            (true, false) => appeals.OrderByDescending(appeal => appeal.Facts!.ReceivedOn).ThenByDescending(appeal => appeal.RegisterPlace),
            (false, true) => appeals.OrderBy(appeal => appeal.RegisterPlace),
            (false, false) => appeals.OrderByDescending(appeal => appeal.RegisterPlace),
        };
        return ordered.Take(RegisterPage.Rows + 1);
    }

    private static async Task<DateOnly?> DayOfAsync(IshenimDb db, long place) => await db.Set<Appeal>().AsNoTracking()
        .Where(appeal => appeal.RegisterPlace == place).Select(appeal => (DateOnly?)appeal.Facts!.ReceivedOn).FirstOrDefaultAsync();
}
