using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>
/// Ends requests with what they rest on. No line of the journal says so: of a letter that is kept from somebody it would
/// name whom it is about.
/// </summary>
internal static class IdentityRequestRows
{
    public static IQueryable<IdentityRequest> OpenRequests(this IshenimDb db) =>
        db.Set<IdentityRequest>().Where(one => one.State == IdentityRequestState.Asked || one.State == IdentityRequestState.Approved);

    /// <summary>The letter's end.</summary>
    public static Task EndRequestsAsync(this IshenimDb db, AppealId appeal) => db.OpenRequests().Where(one => one.Appeal == appeal).EndAsync();

    /// <summary>These have the letter no more, or have the name with it.</summary>
    public static Task EndRequestsAsync(this IshenimDb db, AppealId appeal, IReadOnlyCollection<PersonId> requesters) =>
        db.OpenRequests().Where(one => one.Appeal == appeal && requesters.Contains(one.Requester)).EndAsync();

    /// <summary>From these the letter is kept: they neither see the name nor approve that another does, and hold no key of a request.</summary>
    public static async Task EndRequestsOfExcludedAsync(this IshenimDb db, AppealId appeal, IReadOnlyCollection<PersonId> excluded)
    {
        if (excluded.Count == 0)
            return;
        await db.OpenRequests().Where(one => one.Appeal == appeal && (excluded.Contains(one.Requester) || excluded.Contains(one.Approver))).EndAsync();
        await db.Set<IdentityRequest>().Where(one => one.Appeal == appeal && excluded.Contains(one.Requester))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.KeyForRequester, Array.Empty<byte>()));
    }

    /// <summary>The person leaves, or has another key, which opens none of them.</summary>
    public static Task EndRequestsAsync(this IshenimDb db, PersonId person) =>
        db.OpenRequests().Where(one => one.Requester == person || one.Approver == person).EndAsync();

    /// <summary>The person is chair no more.</summary>
    public static Task EndApprovingAsync(this IshenimDb db, PersonId person) => db.OpenRequests().Where(one => one.Approver == person).EndAsync();

    private static Task<int> EndAsync(this IQueryable<IdentityRequest> requests) => requests.ExecuteUpdateAsync(row => row
        .SetProperty(one => one.State, IdentityRequestState.Ended).SetProperty(one => one.Version, one => one.Version + 1)
        .SetProperty(one => one.Text, Array.Empty<byte>())
        .SetProperty(one => one.KeyForApprover, Array.Empty<byte>()).SetProperty(one => one.KeyForRequester, Array.Empty<byte>()));
}
