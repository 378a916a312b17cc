using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Links that bring a person in, or set a school up: shown once, hashed at rest, used once, within a day.</summary>
public static class Invitations
{
    /// <summary>A new link for that person (null: to set the school up); older unused ones die.</summary>
    /// <returns>The token that stands in the link.</returns>
    public static async Task<string> InviteAsync(this IshenimDb db, PersonId? person, DateTime at)
    {
        await db.WithdrawInvitationsAsync(person);
        var token = OneTimeToken.New();
        db.Add(new Invitation { School = db.School, TokenHash = OneTimeToken.Hash(token), Person = person, ExpiresAt = at + Invitation.Lifetime });
        return token;
    }

    /// <summary>Links that were not used die: who is in by now must not be replaced through one.</summary>
    internal static Task WithdrawInvitationsAsync(this IshenimDb db, PersonId? person) =>
        db.Set<Invitation>().Where(invitation => invitation.Person == person && invitation.UsedAt == null).ExecuteDeleteAsync();

    /// <summary>The invitation behind a token, if it can still be used.</summary>
    public static async Task<Invitation?> FindInvitationAsync(this IshenimDb db, string? token, DateTime at)
    {
        var hash = OneTimeToken.Hash(token);
        return await db.Set<Invitation>().SingleOrDefaultAsync(
            invitation => invitation.TokenHash == hash && invitation.UsedAt == null && invitation.ExpiresAt > at);
    }

    /// <summary>Uses the invitation up, in the transaction of what it allows.</summary>
    /// <exception cref="LinkNotValid">It was used or is too old.</exception>
    internal static async Task<Invitation> UseInvitationAsync(this IshenimDb db, string? token, DateTime at)
    {
        var invitation = await db.FindInvitationAsync(token, at) ?? throw new LinkNotValid();
        invitation.UsedAt = at;
        return invitation;
    }
}
