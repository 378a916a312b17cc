using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

public static class ProtocolRights
{
    /// <summary>Keeps the signed paper: the meeting's chair and secretary, and the responsible person, whose books these are.</summary>
    public static bool KeepsProtocol(this Actor actor, Meeting meeting) =>
        actor.Person == meeting.Chair || actor.Person == meeting.Secretary || actor.Is(Role.Responsible);

    /// <summary>Whether the protocol waits for this person's signature.</summary>
    public static bool AwaitsSignatureOf(this Meeting meeting, PersonId person) => meeting.State == MeetingState.Ended
        && ((meeting.Chair == person && meeting.ChairSignedOn is null) || (meeting.Secretary == person && meeting.SecretarySignedOn is null));
}
