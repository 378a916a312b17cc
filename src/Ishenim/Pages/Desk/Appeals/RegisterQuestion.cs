using System.Globalization;
using Ishenim.Core.Appeals;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>What an address asks of the register.</summary>
public sealed class RegisterQuestion
{
    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    [FromQuery(Name = "state")]
    public AppealState? State { get; set; }

    /// <summary>urgent, unread, overdue.</summary>
    [FromQuery(Name = "mark")]
    public string? Mark { get; set; }

    [FromQuery(Name = "kind")]
    public Kind? Kind { get; set; }

    [FromQuery(Name = "subject")]
    public Subject? Subject { get; set; }

    [FromQuery(Name = "group")]
    public WriterGroup? Group { get; set; }

    [FromQuery(Name = "channel")]
    public Channel? Channel { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    /// <summary>Due on that day, of the letters that this person reads: the calendar links so.</summary>
    [FromQuery(Name = "due")]
    public DateOnly? Due { get; set; }

    [FromQuery(Name = "older")]
    public long? Older { get; set; }

    [FromQuery(Name = "newer")]
    public long? Newer { get; set; }

    /// <summary>Whether one of the filters that are folded away is in use.</summary>
    public bool More => Kind is not null || Subject is not null || Group is not null || Channel is not null || From is not null || To is not null;

    public bool Any => More || Due is not null || State is not null || !string.IsNullOrEmpty(Mark) || !string.IsNullOrWhiteSpace(Number);

    public RegisterFilter ToFilter(RegisterNumber? number) => new()
    {
        Number = number, State = State, Kind = Kind, Subject = Subject, Group = Group, Channel = Channel, From = From, To = To, Due = Due,
        Urgent = Mark == "urgent", Unread = Mark == "unread", Overdue = Mark == "overdue",
    };

    /// <summary>What an address or form says of it, but for the place of the page.</summary>
    public IEnumerable<(string Name, string Value)> Asked => Said(
    [
        ("number", Number), ("state", State), ("mark", Mark), ("kind", Kind), ("subject", Subject), ("group", Group), ("channel", Channel),
        ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("due", Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ]);

    public string ToQuery(RegisterCursor cursor) => QueryString.Create(Asked.Concat(Said([("older", cursor.OlderThan), ("newer", cursor.NewerThan)]))
        .Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).ToString();

    private static IEnumerable<(string Name, string Value)> Said(IEnumerable<(string Name, object? Value)> asked) =>
        asked.Where(one => one.Value is not null and not "").Select(one => (one.Name, Convert.ToString(one.Value, CultureInfo.InvariantCulture)!));
}
