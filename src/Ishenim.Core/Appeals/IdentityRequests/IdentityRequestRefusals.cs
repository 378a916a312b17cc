using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>The person sees the name already.</summary>
public sealed class IdentityHeldAlready : Refusal;

/// <summary>The person asked, and it is not decided or not given yet.</summary>
public sealed class IdentityAskedAlready : Refusal;

/// <summary>There is no chair who could approve: none with a key, or the letter is kept from them, or it is the chair who asks.</summary>
public sealed class NobodyToApprove : Refusal;

/// <summary>The chair has not approved that this person sees the name.</summary>
public sealed class IdentityNotApproved : Refusal;
