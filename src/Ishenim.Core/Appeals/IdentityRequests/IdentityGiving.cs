using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>The side of a reader who sees the name: gives it to whom the chair approved.</summary>
public sealed class IdentityGiving(AppealDesk desk)
{
    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="IdentityNotApproved">The chair did not approve, or may not.</exception>
    /// <exception cref="IdentityNotHeld">Whoever gives does not see the name.</exception>
    /// <exception cref="ReaderExcluded">The letter is kept from who asks.</exception>
    /// <exception cref="ReaderHasNoKey">Nothing can be sealed to them.</exception>
    public Task<bool> GiveAsync(Actor actor, AppealId id, Guid request) => desk.WithReadersAsync(actor, id, async held =>
    {
        var row = await held.Db.Set<IdentityRequest>().SingleOrDefaultAsync(one => one.Appeal == id && one.Id == request);
        if (row is not { State: IdentityRequestState.Approved })
            throw new IdentityNotApproved();
        if ((await held.IdentitiesAsync()).Count == 0)
            throw new IdentityNotHeld();
        await held.Db.JournalActAsync(actor.At, actor.Today, await held.GiveNameAsync(row));
    });
}

internal static class NameGiving
{
    /// <summary>Seals the keys of the name to who asked, of every epoch at hand.</summary>
    /// <returns>What the journal says of it.</returns>
    public static async Task<Act> GiveNameAsync(this HeldAppeal held, IdentityRequest request)
    {
        var (db, letter, requester) = (held.Db, held.Row.Id, request.Requester.Value);
        var roster = await db.RosterAsync();
        if (roster.Any(line => line.Id == request.Approver && ReaderRule.KeptFrom(line, held.Sealed)))
            throw new IdentityNotApproved();
        var person = roster.FirstOrDefault(line => line.Id == request.Requester) ?? throw new ReaderHasNoKey();
        if (ReaderRule.KeptFrom(person, held.Sealed))
            throw new ReaderExcluded();
        await db.Set<Grant>().Where(grant => grant.Appeal == letter && grant.Recipient == requester && grant.Class == KeyClass.Identity).ExecuteDeleteAsync();
        db.Grant(held.Row, held.Sealed, held.Keys, person, [KeyClass.Identity]);
        request.State = IdentityRequestState.Given;
        request.Version++;
        await db.TellRequesterAsync(request, held.Actor.At);
        return new Act(held.Actor.Person, JournalVerb.IdentityGiven, letter, request.Requester, (await held.WhyAsync(request))?.Commitment);
    }

    /// <summary>The reason as it stands in the letter; null where this person holds no key of it.</summary>
    public static async Task<Reason?> WhyAsync(this HeldAppeal held, IdentityRequest request)
    {
        var part = await held.Db.Set<Part>().AsNoTracking().SingleAsync(one => one.Appeal == request.Appeal && one.Sequence == request.Reason);
        return held.Keys.Has(part.Class, part.Epoch) ? Reason.Parse(held.Keys.OpenText(part)) : null;
    }

    /// <summary>That there is news of what they asked, and no more.</summary>
    public static async Task TellRequesterAsync(this IshenimDb db, IdentityRequest request, DateTime at)
    {
        if ((await db.RosterAsync()).FirstOrDefault(line => line.Id == request.Requester) is { Email: { } address } person)
            db.AddNotice(address, person.Language, Notice.IdentityDecided, at);
    }
}
