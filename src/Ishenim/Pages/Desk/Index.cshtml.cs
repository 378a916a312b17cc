using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Commission;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk;

/// <summary>Today: what needs you, the most pressing first.</summary>
public sealed class IndexModel(
    AppealToday today, GivenLetters given, AgendaReading agenda, IdentityDeciding names, DeskView desk, IshenimDb db, TodayNotices notices, CommissionAlarms commission) : PageModel
{
    [FromQuery]
    public string? Done { get; set; }

    public AppealsToday Today { get; private set; } = null!;

    /// <summary>What was forwarded to this person.</summary>
    public IReadOnlyList<GivenRow> Given { get; private set; } = [];

    /// <summary>Letters on the agenda of a meeting to which this person goes.</summary>
    public IReadOnlyList<AgendaRow> OnAgenda { get; private set; } = [];

    /// <summary>Who asks this person, as chair, to see a name.</summary>
    public int NamesWaiting { get; private set; }

    /// <summary>A meeting, a protocol, a decision or a half-year.</summary>
    public bool CommissionWaits { get; private set; }

    /// <summary>People whose new key waits for a reader's word.</summary>
    public int KeysWaiting { get; private set; }

    /// <summary>No notice of a letter reaches anybody.</summary>
    public bool NoMail { get; private set; }

    /// <summary>Readers whom no notice reaches.</summary>
    public IReadOnlyList<string> Unreached { get; private set; } = [];

    /// <summary>Whose key or reading changed lately.</summary>
    public IReadOnlyList<(DateOnly Day, string Name)> Changed { get; private set; } = [];

    /// <summary>When the boxes are opened next; empty for whom the box is no concern.</summary>
    public IReadOnlyList<BoxDue> Boxes { get; private set; } = [];

    /// <summary>Openings that should have been finished by now.</summary>
    public IReadOnlyList<Opening> LeftOpen { get; private set; } = [];

    public bool SeesBox => JournalBrowsing.SeesAll(desk.Actor);

    /// <summary>Whose alarm it is that a box is overdue or an opening was left open.</summary>
    public bool IsAlarmed => desk.Actor.KeepsBox();

    public DeskView Desk => desk;

    public async Task OnGetAsync()
    {
        var actor = desk.Actor;
        Today = await today.ForAsync(actor, desk.School);
        Given = await given.ListAsync(actor);
        OnAgenda = await agenda.MineAsync(actor);
        NamesWaiting = await names.CountAsync(actor);
        CommissionWaits = (await commission.TodayAsync()).Any;
        var concerned = JournalBrowsing.SeesAll(actor) || actor.Is(Role.Administrator);
        NoMail = concerned && !notices.HasMailServer;
        if (concerned && notices.HasMailServer)
            Unreached = await notices.WithoutAddressAsync();
        if (JournalBrowsing.SeesAll(actor))
            Changed = await notices.ChangedReadersAsync(actor);
        if (SeesBox)
            (Boxes, LeftOpen) = (await db.BoxesDueAsync(desk.School), await db.LeftOpenAsync(desk.School, actor.Today));
        if (JournalBrowsing.SeesAll(actor))
            KeysWaiting = await db.Set<Person>().CountAsync(person => person.LeftOn == null
                && person.Account!.UndertakingOn != null && person.Account.ConfirmedOn == null);
    }

    /// <summary>What the one button of a task says.</summary>
    public string Button(Need need) => desk.Say[need switch
    {
        Need.Unread or Need.NotHelped => "today.read",
        Need.FewReaders => "today.add",
        _ => "today.answer",
    }];
}
