using System.Text.Json;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.IdentityRequests;

/// <summary>What is sealed of a request. The reasons are as <see cref="Reason.ToString"/> writes them, for their commitments.</summary>
internal sealed record AskedIdentity
{
    /// <summary>The letter's.</summary>
    public required string Number { get; init; }

    public required string Why { get; init; }

    /// <summary>Why the chair refuses; null: they did not.</summary>
    public string? Refusal { get; init; }
}

/// <summary>
/// Seals a request with the envelopes of letters. Its own random id stands where a letter's would, and epochs of letters
/// begin at 1: its key is never taken for a letter's.
/// </summary>
internal static class RequestSealing
{
    private const int Epoch = 0;

    /// <summary>A fresh key, sealed to both; the caller keeps none.</summary>
    public static void Seal(this IdentityRequest request, AskedIdentity asked, byte[] approver, byte[] requester)
    {
        using var key = SecretKey.Generate();
        request.Text = TextEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(asked), key, request.TextLabel());
        request.KeyForApprover = GrantEnvelope.Seal(request.KeyLabel(request.Approver), key, approver);
        request.KeyForRequester = GrantEnvelope.Seal(request.KeyLabel(request.Requester), key, requester);
    }

    /// <returns>Null: it was sealed to a key that this person has no more, or is not theirs.</returns>
    public static AskedIdentity? OpenOrNull(this IdentityRequest request, Actor actor) => Unbroken.Or(null, () =>
    {
        using var key = request.KeyOf(actor);
        return JsonSerializer.Deserialize<AskedIdentity>(TextEnvelope.Open(request.Text, key, request.TextLabel()));
    });

    /// <summary>The approver writes what they decided beneath the same key.</summary>
    public static void Write(this IdentityRequest request, Actor approver, AskedIdentity asked)
    {
        using var key = request.KeyOf(approver);
        request.Text = TextEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(asked), key, request.TextLabel());
    }

    private static SecretKey KeyOf(this IdentityRequest request, Actor actor) => GrantEnvelope.Open(
        actor.Person == request.Approver ? request.KeyForApprover : request.KeyForRequester, actor.Keys, request.KeyLabel(actor.Person));

    private static GrantLabel KeyLabel(this IdentityRequest request, PersonId recipient) =>
        new(request.School.Value, request.Id, KeyClass.Desk, Epoch, recipient.Value);

    private static PartLabel TextLabel(this IdentityRequest request) =>
        new(request.School.Value, request.Appeal.Value, request.Id, KeyClass.Desk, Epoch, PartKind.IdentityRequest, AuthorSide.School, 0);
}
