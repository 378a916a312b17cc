using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>The side of who has a letter without the name of its writer.</summary>
public sealed class IdentityAsking(AppealDesk desk)
{
    /// <summary>Asks the chair, with a reason that the letter's readers see, too.</summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="AppealIsClosed">Consideration ended.</exception>
    /// <exception cref="AppealIsAnonymous">Nobody signed it.</exception>
    /// <exception cref="IdentityHeldAlready">The person sees the name.</exception>
    /// <exception cref="IdentityAskedAlready">They wait for it.</exception>
    /// <exception cref="NobodyToApprove">No chair could approve.</exception>
    /// <exception cref="DeskNotHeld">They could not write the reason for the readers.</exception>
    public Task<bool> AskAsync(Actor actor, AppealId id, string reason)
    {
        var words = reason.Trim();
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, AppealIdentity.LeastReason, nameof(reason));
        return desk.WithHolderAsync(actor, id, async held =>
        {
            var approver = await RequireAskableAsync(held);
            var why = Reason.New(words);
            var part = await held.AddAsync(KeyClass.Desk, PartKind.Reason, why.ToString());
            var request = New(held, approver.Id, part.Sequence);
            request.Seal(new AskedIdentity { Number = held.Facts.Number, Why = why.ToString() }, approver.PublicKey!, actor.Keys.PublicKey);
            held.Db.Add(request);
            if (approver.Email is { } address)
                held.Db.AddNotice(address, approver.Language, Notice.IdentityAsked, actor.At);
            await held.JournalAsync(JournalVerb.IdentityAsked, approver.Id, why.Commitment);
        }, lockSchool: true);
    }

    private static async Task<RosterLine> RequireAskableAsync(HeldAppeal held)
    {
        held.RequireOpen();
        if (!held.Facts.Signed)
            throw new AppealIsAnonymous();
        if ((await held.IdentitiesAsync()).Count > 0)
            throw new IdentityHeldAlready();
        var (id, person) = (held.Row.Id, held.Actor.Person);
        if (await held.Db.OpenRequests().AnyAsync(one => one.Appeal == id && one.Requester == person))
            throw new IdentityAskedAlready();
        return (await held.Db.RosterAsync()).Where(line => line.Roles.Contains(Role.Chair) && line.PublicKey is not null
            && line.Id != person && !ReaderRule.KeptFrom(line, held.Sealed)).OrderBy(line => line.Id.Value).FirstOrDefault() ?? throw new NobodyToApprove();
    }

    private static IdentityRequest New(HeldAppeal held, PersonId approver, int reason) => new()
    {
        School = held.Row.School, Id = Guid.NewGuid(), Appeal = held.Row.Id, Requester = held.Actor.Person, Approver = approver, Reason = reason,
        State = IdentityRequestState.Asked, AskedOn = held.Actor.Today, Text = [], KeyForApprover = [], KeyForRequester = [],
    };
}
