using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>How a meeting began, as typed.</summary>
public sealed class BeginFields
{
    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    public IList<PresenceFields> Member { get; set; } = [];

    public Guid? Leads { get; set; }

    public Guid? Writes { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public MeetingBeginning? Read(ModelStateDictionary state, Say say, int version)
    {
        var (day, time) = (state.Day("begin.day", Day, say), MeetingFields.TimeIn(state, "begin.time", Time, say));
        var members = Member.Select((one, i) => one.Read(state, $"begin.member[{i}]", say)).OfType<MemberPresence>().ToList();
        return members.Count == Member.Count && day is { } on && time is { } at
            ? new MeetingBeginning { On = on, At = at, Members = members, Leads = Id(Leads), Writes = Id(Writes), Version = version }
            : null;
    }

    private static PersonId? Id(Guid? typed) => typed is { } id ? new PersonId(id) : null;
}

/// <summary>Whether a member came, as typed.</summary>
public sealed class PresenceFields
{
    public Guid Person { get; set; }

    public Presence? Presence { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public MemberPresence? Read(ModelStateDictionary state, string key, Say say)
    {
        Reason = OneLine.Of(Reason);
        if (Presence is not (Core.Commission.Presence.Present or Core.Commission.Presence.Remote or Core.Commission.Presence.Absent))
            state.AddModelError(key + ".presence", say["form.missing"]);
        return state.FitsIn(key + ".reason", Reason, Attendance.ReasonLength, say, needed: false) && Presence is { } presence
            ? new MemberPresence(new PersonId(Person), presence, Reason)
            : null;
    }
}
