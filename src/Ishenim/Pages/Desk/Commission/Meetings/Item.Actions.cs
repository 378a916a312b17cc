using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>What is done with an item: each step is a form of its own.</summary>
public sealed partial class ItemModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Heard { get; set; }

    [BindProperty]
    public string? Spoke { get; set; }

    [BindProperty]
    public IList<Guid> Recused { get; set; } = [];

    [BindProperty]
    public VoteFields Vote { get; set; } = new();

    [BindProperty]
    public DecisionFields Decide { get; set; } = new();

    /// <summary>The decision that a form is about, or the new one's id.</summary>
    [BindProperty]
    public Guid Decision { get; set; } = Guid.NewGuid();

    public async Task<IActionResult> OnPostNoteAsync()
    {
        (Heard, Spoke) = (PlainText.Of(Heard).Trim(), PlainText.Of(Spoke).Trim());
        if (!(ModelState.FitsIn("heard", Heard, AgendaItem.TextLength, desk.Say, needed: false) & ModelState.FitsIn("spoke", Spoke, AgendaItem.TextLength, desk.Say, needed: false)))
            return await AgainAsync();
        await conduct.NoteAsync(desk.Actor, Id, new ItemNotes(Heard, Spoke, Version));
        return Back("saved");
    }

    public async Task<IActionResult> OnPostRecuseAsync()
    {
        await conduct.RecuseAsync(desk.Actor, Id, [.. Recused.Select(id => new PersonId(id))]);
        return Back("saved");
    }

    public async Task<IActionResult> OnPostVoteAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (Vote.Read(ModelState, desk.Say, Item.IsElection, Version) is not { } ballot)
            return await AgainAsync();
        await conduct.VoteAsync(desk.Actor, Id, ballot);
        return Back("voted");
    }

    public async Task<IActionResult> OnPostUnvoteAsync()
    {
        await conduct.UnvoteAsync(desk.Actor, Id, Version);
        return Back("unvoted");
    }

    public async Task<IActionResult> OnPostDecideAsync()
    {
        if (Decide.Read(ModelState, desk.Say, Decision) is not { } input)
            return await AgainAsync();
        await conduct.DecideAsync(desk.Actor, Id, input);
        return Back("decided");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await conduct.WithdrawAsync(desk.Actor, Id, Decision);
        return Back("withdrawn");
    }

    /// <summary>Then the meeting's page shows what is next.</summary>
    public async Task<IActionResult> OnPostCloseAsync()
    {
        await conduct.CloseAsync(desk.Actor, Id, Version);
        return await LoadAsync() && Next is { } next
            ? LocalRedirect(desk.Address($"/desk/commission/items/{next.Id}"))
            : LocalRedirect(desk.Address($"/desk/commission/meetings/{Item.Meeting}"));
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        await conduct.ReopenAsync(desk.Actor, Id);
        return Back("reopened");
    }
}
