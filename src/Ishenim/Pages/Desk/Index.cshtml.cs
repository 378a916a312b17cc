using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk;

/// <summary>Today: what needs you, the most pressing first.</summary>
public sealed class IndexModel(AppealToday today, DeskView desk, IshenimDb db) : PageModel
{
    [FromQuery]
    public string? Done { get; set; }

    public AppealsToday Today { get; private set; } = null!;

    /// <summary>People whose new key waits for a reader's word.</summary>
    public int KeysWaiting { get; private set; }

    public DeskView Desk => desk;

    public async Task OnGetAsync()
    {
        var actor = desk.Actor;
        Today = await today.ForAsync(actor, desk.Calendar);
        if (JournalBrowsing.SeesAll(actor))
            KeysWaiting = await db.Set<Person>().CountAsync(person => person.LeftOn == null
                && person.Account!.UndertakingOn != null && person.Account.ConfirmedOn == null);
    }

    /// <summary>What the one button of a task says.</summary>
    public string Button(Need need) => desk.Say[need switch
    {
        Need.Unread => "today.read",
        Need.FewReaders => "today.add",
        _ => "today.answer",
    }];
}
