using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// The queries behind register and Today. What they ask of a letter's grants and parts goes through whole primary keys
/// or their beginnings, so that a row costs the same however many letters there are.
/// </summary>
internal static class RegisterQueries
{
    public static bool SeesRegister(this Actor actor) => RoleGroups.Usual.Any(actor.Is);

    /// <summary>Letters that the person reads; those that they have for consideration only are left out.</summary>
    public static IQueryable<Appeal> OnlyHeld(this IshenimDb db, IQueryable<Appeal> appeals, Actor actor)
    {
        var (me, grants) = (actor.Person.Value, db.ReaderGrants());
        return appeals.Where(appeal => grants.Any(grant => grant.Appeal == appeal.Id
            && grant.Class == KeyClass.Letter && grant.Epoch == appeal.Epoch && grant.Recipient == me));
    }

    /// <summary>Letters that the person can open, also for consideration only; not those of an agenda.</summary>
    public static IQueryable<Appeal> OnlyOpenable(this IshenimDb db, IQueryable<Appeal> appeals, Actor actor)
    {
        var (me, agenda) = (actor.Person.Value, db.OnAgendaOnly(actor.Person));
        return appeals.Where(appeal => !agenda.Contains(appeal.Id) && db.Set<Grant>().Any(grant => grant.Appeal == appeal.Id
            && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me));
    }

    public static IQueryable<Appeal> OnlyUnread(this IshenimDb db, IQueryable<Appeal> appeals, Actor actor)
    {
        var (me, at) = (actor.Person, actor.At);
        return appeals.Where(appeal => db.Set<Part>().Any(part => part.Appeal == appeal.Id && part.Side == AuthorSide.Writer && part.AppearsAt <= at
            && part.Sequence > (db.Set<ReadMark>().Where(mark => mark.Appeal == appeal.Id && mark.Person == me).Select(mark => (int?)mark.Sequence).FirstOrDefault() ?? 0)));
    }

    public static IQueryable<Appeal> Filter(this IshenimDb db, IQueryable<Appeal> appeals, Actor actor, RegisterFilter filter)
    {
        if (filter.Number is { } number)
            return appeals.Where(appeal => appeal.RegisterPlace == (number.Restricted ? -1 : number.RegisterPlace));
        if (filter.State is { } state)
            appeals = appeals.Where(appeal => appeal.Facts!.State == state);
        if (filter.Kind is { } kind)
            appeals = appeals.Where(appeal => appeal.Facts!.Kind == kind);
        if (filter.Subject is { } subject)
            appeals = appeals.Where(appeal => appeal.Facts!.Subject == subject);
        if (filter.Group is { } group)
            appeals = appeals.Where(appeal => appeal.Facts!.Group == group);
        if (filter.Channel is { } channel)
            appeals = appeals.Where(appeal => appeal.Facts!.Channel == channel);
        if (filter.From is { } from)
            appeals = appeals.Where(appeal => appeal.Facts!.ReceivedOn >= from);
        if (filter.To is { } to)
            appeals = appeals.Where(appeal => appeal.Facts!.ReceivedOn <= to);
        return db.FilterWork(appeals, actor, filter);
    }

    private static IQueryable<Appeal> FilterWork(this IshenimDb db, IQueryable<Appeal> appeals, Actor actor, RegisterFilter filter)
    {
        if (filter.Urgent)
            appeals = appeals.Where(appeal => appeal.Facts!.Urgent);
        if (filter.Overdue)
            appeals = Waiting(appeals).Where(appeal => appeal.Facts!.DueOn < actor.Today);
        if (filter.Due is { } due)
            appeals = db.OnlyHeld(Waiting(appeals).Where(appeal => appeal.Facts!.DueOn == due), actor);
        return filter.Unread ? db.OnlyUnread(db.OnlyHeld(Open(appeals), actor), actor) : appeals;
    }

    public static IQueryable<Appeal> Waiting(IQueryable<Appeal> appeals) => appeals.Where(appeal =>
        appeal.Facts!.State == AppealState.Registered || appeal.Facts.State == AppealState.UnderConsideration);

    /// <summary>Closed or cancelled.</summary>
    public static IQueryable<Appeal> Ended(IQueryable<Appeal> appeals) => appeals.Where(appeal =>
        appeal.Facts!.State == AppealState.Closed || appeal.Facts.State == AppealState.Cancelled);

    /// <summary>Not closed, or written to since; <c>IX_Appeals_Open</c> has these.</summary>
    private static IQueryable<Appeal> Open(IQueryable<Appeal> appeals) => appeals.Where(appeal =>
        appeal.Facts!.State == AppealState.Registered || appeal.Facts.State == AppealState.UnderConsideration
        || appeal.Facts.State == AppealState.Answered || appeal.WrittenAfterClosing != null);

    public static IQueryable<PlacedRow> Rows(this IshenimDb db, IQueryable<Appeal> appeals, PersonId person, DateTime at)
    {
        var (me, agenda) = (person.Value, db.OnAgendaOnly(person));
        return appeals.Select(appeal => new PlacedRow
        {
            Id = appeal.Id, Destroyed = appeal.Epoch == 0, Place = appeal.RegisterPlace!.Value, Restricted = appeal.Restricted, Facts = appeal.Facts,
            // Asked with Any, PostgreSQL reads all of the person's grants into a table of its own for the rows of one page.
            Readable = !agenda.Contains(appeal.Id) && (db.Set<Grant>().Where(grant => grant.Appeal == appeal.Id
                && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me).Select(grant => (int?)grant.Epoch).FirstOrDefault() ?? -1) == appeal.Epoch,
            Unread = db.Set<Part>().Any(part => part.Appeal == appeal.Id && part.Side == AuthorSide.Writer && part.AppearsAt <= at
                && part.Sequence > (db.Set<ReadMark>().Where(mark => mark.Appeal == appeal.Id && mark.Person == person).Select(mark => (int?)mark.Sequence).FirstOrDefault() ?? 0)),
        });
    }

    /// <summary>Compared with a parameter, because SQLite finds no index for a column that is its own condition.</summary>
    public static IQueryable<Appeal> InRestrictedSeries(this IQueryable<Appeal> appeals)
    {
        var yes = true;
        return appeals.Where(appeal => appeal.Restricted == yes);
    }

    /// <summary>The restricted letters that this person reads, their official side opened; the newest first.</summary>
    public static async Task<List<RegisterRow>> RestrictedAsync(this IshenimDb db, Actor actor)
    {
        var (me, person, grants) = (actor.Person.Value, actor.Person, db.ReaderGrants());
        var found = await (
            from appeal in db.Set<Appeal>().AsNoTracking().InRestrictedSeries()
            where appeal.AppearsAt <= actor.At
            from grant in grants
            where grant.Appeal == appeal.Id && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me
            select new
            {
                appeal,
                grant,
                Unread = db.Set<Part>().Any(part => part.Appeal == appeal.Id && part.Side == AuthorSide.Writer && part.AppearsAt <= actor.At
                    && part.Sequence > (db.Set<ReadMark>().Where(mark => mark.Appeal == appeal.Id && mark.Person == person).Select(mark => (int?)mark.Sequence).FirstOrDefault() ?? 0)),
            }).ToListAsync();
        return found.Select(one => OpenRow(one.appeal, one.grant, one.Unread, actor)).OfType<RegisterRow>()
            .OrderByDescending(row => row.Facts!.ReceivedOn).ThenByDescending(row => row.Number, StringComparer.Ordinal).ToList();
    }

    private static RegisterRow? OpenRow(Appeal appeal, Grant grant, bool unread, Actor actor) => Unbroken.Or(null, () =>
    {
        using var keys = AppealKeys.From([grant], actor.Keys);
        var facts = keys.OpenFacts(appeal).Restricted!;
        return new RegisterRow { Id = appeal.Id, Number = facts.Number, Facts = facts, Restricted = true, Readable = true, Unread = unread };
    });
}

/// <summary>A row of the common register as the database gives it.</summary>
internal sealed record PlacedRow
{
    public required AppealId Id { get; init; }

    public required bool Destroyed { get; init; }

    public required long Place { get; init; }

    public required bool Restricted { get; init; }

    public required AppealFacts? Facts { get; init; }

    public required bool Readable { get; init; }

    public required bool Unread { get; init; }

    public RegisterRow ToRow() => new()
    {
        Id = Id, Destroyed = Destroyed, Number = Facts?.Number ?? RegisterNumber.AtPlace(Place).ToString(), Facts = Facts, Restricted = Restricted,
        Readable = Readable, Unread = Readable && Unread,
    };
}
