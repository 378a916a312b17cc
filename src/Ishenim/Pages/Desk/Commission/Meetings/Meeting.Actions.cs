using Ishenim.Core.Commission;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>What is done with a meeting: each step is a form of its own.</summary>
public sealed partial class MeetingModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public MeetingFields Meeting { get; set; } = new();

    [BindProperty]
    public BeginFields Begin { get; set; } = new();

    [BindProperty]
    public PresenceFields Came { get; set; } = new();

    /// <summary>The item that a form is about, or the new one's id.</summary>
    [BindProperty]
    public Guid Item { get; set; } = Guid.NewGuid();

    [BindProperty]
    public Guid To { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The hour of the end, such as 16:10.</summary>
    [BindProperty]
    public string? Ended { get; set; }

    /// <summary>Whether this person may end the members' access to its letters. Of a letter that they must not know of nothing is said.</summary>
    public bool EndsAccess => page.IsOver && page.Row.AccessEndedOn is null && new[] { page.Row.Chair, page.Commission.Chair, page.Commission.Deputy }.Contains(desk.Actor.Person);

    public async Task<IActionResult> OnPostChangeAsync()
    {
        Meeting.Id = Id;
        if (Meeting.Read(ModelState, desk.Say) is not { } input)
            return await AgainAsync();
        await meetings.ChangeAsync(desk.Actor, input, Version);
        return Back("changed");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        Why = OneLine.Of(Why);
        if (!ModelState.FitsIn("why", Why, Core.Commission.Meeting.ReasonLength, desk.Say))
            return await AgainAsync();
        await meetings.CancelAsync(desk.Actor, Which, Why, Version);
        return Back("cancelled");
    }

    public async Task<IActionResult> OnPostAddItemAsync()
    {
        Title = OneLine.Of(Title);
        if (!ModelState.FitsIn("title", Title, AgendaItem.TitleLength, desk.Say))
            return await AgainAsync();
        await meetings.AddItemAsync(desk.Actor, Which, new NewAgendaItem(Item, AgendaKind.Other, Title));
        return Back("agenda");
    }

    public async Task<IActionResult> OnPostAddDeputyAsync()
    {
        await meetings.AddItemAsync(desk.Actor, Which, new NewAgendaItem(Item, AgendaKind.ElectDeputy, ""));
        return Back("agenda");
    }

    public async Task<IActionResult> OnPostDropItemAsync()
    {
        await meetings.DropItemAsync(desk.Actor, Which, Item);
        return Back("agenda");
    }

    public async Task<IActionResult> OnPostRaiseAsync()
    {
        await meetings.RaiseItemAsync(desk.Actor, Which, Item);
        return Back("agenda");
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        await meetings.MoveItemAsync(desk.Actor, Which, Item, new MeetingId(To));
        return Back("agenda");
    }

    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (Begin.Read(ModelState, desk.Say, Version) is not { } input)
            return await AgainAsync();
        await conduct.BeginAsync(desk.Actor, desk.School, Which, input);
        return Back("begun");
    }

    public async Task<IActionResult> OnPostAttendAsync()
    {
        if (Came.Read(ModelState, "came", desk.Say) is not { } input)
            return await AgainAsync();
        await conduct.AttendAsync(desk.Actor, desk.School, Which, input);
        return Back("came");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        if (MeetingFields.TimeIn(ModelState, "ended", Ended, desk.Say) is not { } at)
            return await AgainAsync();
        await conduct.EndAsync(desk.Actor, Which, at);
        return Back("ended");
    }
}
