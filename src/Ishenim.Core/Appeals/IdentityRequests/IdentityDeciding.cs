using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>A request in the chair's list.</summary>
/// <param name="Id">The request's.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="AskedOn">Since when it waits.</param>
/// <param name="Number">The letter's; null: it cannot be opened any more.</param>
/// <param name="Why">As typed; null as the number.</param>
public sealed record RequestToDecide(Guid Id, PersonId Requester, DateOnly AskedOn, string? Number, string? Why);

/// <summary>The chair's side: nothing of the letter is opened for it but its number.</summary>
public sealed class IdentityDeciding(DatabaseGate database)
{
    /// <summary>What this person has to decide, the oldest first.</summary>
    public async Task<IReadOnlyList<RequestToDecide>> ListAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var rows = await Waiting(db, actor).AsNoTracking().OrderBy(one => one.AskedOn).ToListAsync();
        return [.. rows.Select(row => (Row: row, Asked: row.OpenOrNull(actor)))
            .Select(one => new RequestToDecide(one.Row.Id, one.Row.Requester, one.Row.AskedOn, one.Asked?.Number, one.Asked is { } asked ? Reason.Parse(asked.Why).Text : null))];
    }

    public async Task<int> CountAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        return await Waiting(db, actor).CountAsync();
    }

    /// <summary>Whoever sees the name may give it from now on; a chair who sees it gives it with this.</summary>
    /// <returns>False: nothing to decide for this person, or no more.</returns>
    /// <exception cref="ReaderExcluded">The letter is kept from who asks.</exception>
    public Task<bool> ApproveAsync(Actor actor, Guid id) => DecideAsync(actor, id, async (db, request, asked) =>
    {
        request.State = IdentityRequestState.Approved;
        await db.SaveChangesAsync();
        var lines = new List<Act> { new(actor.Person, JournalVerb.IdentityApproved, request.Appeal, request.Requester, Reason.Parse(asked.Why).Commitment) };
        using var held = await HeldAppeal.TakeAsync(db, actor, request.Appeal);
        if (held is { IsExecutor: false } && (await held.IdentitiesAsync()).Count > 0)
            lines.Add(await held.GiveNameAsync(request));
        else
            await TellHoldersAsync(db, actor, request.Appeal);
        return lines;
    });

    /// <returns>False: nothing to decide for this person, or no more.</returns>
    public Task<bool> RefuseAsync(Actor actor, Guid id, string reason)
    {
        var words = reason.Trim();
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, AppealIdentity.LeastReason, nameof(reason));
        return DecideAsync(actor, id, async (db, request, asked) =>
        {
            var why = Reason.New(words);
            request.Write(actor, asked with { Refusal = why.ToString() });
            request.State = IdentityRequestState.Refused;
            await db.TellRequesterAsync(request, actor.At);
            return [new Act(actor.Person, JournalVerb.IdentityRefused, request.Appeal, request.Requester, why.Commitment)];
        });
    }

    private async Task<bool> DecideAsync(Actor actor, Guid id, Func<IshenimDb, IdentityRequest, AskedIdentity, Task<IReadOnlyList<Act>>> decide)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await Waiting(db, actor).SingleOrDefaultAsync(one => one.Id == id) is not { } request)
                return false;
            if (request.OpenOrNull(actor) is not { } asked)
            {
                await db.EndRequestsAsync(request.Appeal, [request.Requester]);
                return false;
            }
            var acts = await decide(db, request, asked);
            (request.DecidedOn, request.KeyForApprover) = (actor.Today, []);
            request.Version++;
            foreach (var act in acts)
                await db.JournalActAsync(actor.At, actor.Today, act);
            return true;
        });
    }

    /// <summary>Of one who is chair no more, nothing.</summary>
    private static IQueryable<IdentityRequest> Waiting(IshenimDb db, Actor actor)
    {
        var (person, isChair) = (actor.Person, actor.Is(Role.Chair));
        return db.Set<IdentityRequest>().Where(one => isChair && one.Approver == person && one.State == IdentityRequestState.Asked);
    }

    private static async Task TellHoldersAsync(IshenimDb db, Actor actor, AppealId appeal)
    {
        var holders = await db.ReaderGrants().Where(grant => grant.Appeal == appeal && grant.Class == KeyClass.Identity).Select(grant => grant.Recipient).Distinct().ToListAsync();
        foreach (var person in (await db.RosterAsync()).Where(line => holders.Contains(line.Id.Value)))
            if (person.Email is { } address)
                db.AddNotice(address, person.Language, Notice.IdentityApproved, actor.At);
    }
}
