using System.Globalization;
using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The first step of an opening, as typed.</summary>
public sealed class OpeningFields
{
    public const int Guests = 3;

    /// <summary>The new opening's id, so that a form sent twice begins one.</summary>
    public Guid Id { get; set; } = Guid.NewGuid();

    public Guid? Box { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>Such as 15:10.</summary>
    public string? Time { get; set; }

    public IList<Guid> Present { get; set; } = [];

    public IList<GuestFields> Guest { get; set; } = [];

    public bool FewMembers { get; set; }

    /// <summary>"whole" or "damaged".</summary>
    public string? State { get; set; }

    public string? Damage { get; set; }

    /// <summary>What looks at the box: "camera", "door"; "nothing" where somebody looked and there is nothing.</summary>
    public IList<string> Facing { get; set; } = [];

    public string? SealBefore { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewOpening? Read(ModelStateDictionary state, Say say)
    {
        (Damage, SealBefore) = (State == "damaged" ? OneLine.Of(Damage) : "", OneLine.Of(SealBefore));
        var day = state.Day("opening.day", Day, say);
        if (!TimeOnly.TryParseExact(Time?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            state.AddModelError("opening.time", say["opening.time.bad"]);
        if (State is not ("whole" or "damaged"))
            state.AddModelError("opening.state", say["opening.state.missing"]);
        state.FitsIn("opening.damage", Damage, Opening.DamageLength, say, needed: State == "damaged");
        state.FitsIn("opening.sealBefore", SealBefore, Opening.SealLength, say, needed: false);
        if (Facing.Count == 0 || (Facing.Contains("nothing") && Facing.Count > 1))
            state.AddModelError("opening.facing", say["opening.facing.missing"]);
        var guests = Guest.Select((guest, i) => guest.Read(state, $"opening.guest[{i}]", say)).OfType<Guest>().ToList();
        return !state.IsValid ? null : new NewOpening
        {
            Id = new OpeningId(Id), Box = new BoxId(Box ?? Guid.Empty), OpenedOn = day!.Value, OpenedAt = time,
            Present = [.. Present.Distinct().Select(id => new PersonId(id))], Guests = guests, FewMembers = FewMembers, Damage = Damage,
            Facing = (Facing.Contains("camera") ? Core.Boxes.Facing.Camera : Core.Boxes.Facing.Nothing) | (Facing.Contains("door") ? Core.Boxes.Facing.OfficeDoor : Core.Boxes.Facing.Nothing),
            SealBefore = SealBefore, SealAfter = "",
        };
    }
}

/// <summary>Somebody present who is not of the staff here.</summary>
public sealed class GuestFields
{
    public string? Name { get; set; }

    public string? Post { get; set; }

    public bool Member { get; set; }

    /// <summary>Null where nobody was typed, or something is wrong, which then stands in the model state.</summary>
    public Guest? Read(ModelStateDictionary state, string key, Say say)
    {
        (Name, Post) = (OneLine.Of(Name), OneLine.Of(Post));
        if (Name.Length == 0 && Post.Length == 0)
            return null;
        return state.FitsIn(key + ".name", Name, Person.NameLength, say) & state.FitsIn(key + ".post", Post, Person.PostLength, say) ? new Guest(Name, Post, Member) : null;
    }
}
