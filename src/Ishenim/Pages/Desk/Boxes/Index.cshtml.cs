using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>The boxes of the school, who holds their keys, and the orders about the days between openings.</summary>
public sealed class IndexModel(BoxKeeping keeping, OpeningSchedule schedule, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public BoxFields Box { get; set; } = new();

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public OrderFields Order { get; set; } = new();

    public IReadOnlyList<Box> Boxes { get; private set; } = [];

    public IReadOnlyList<OpeningInterval> Orders { get; private set; } = [];

    public IReadOnlyDictionary<BoxId, BoxDue> Due { get; private set; } = new Dictionary<BoxId, BoxDue>();

    /// <summary>Who holds the key of a box now.</summary>
    public IReadOnlyDictionary<BoxId, string> Holders { get; private set; } = new Dictionary<BoxId, string>();

    public DeskView Desk => desk;

    /// <summary>Calendar days between openings where no order says otherwise.</summary>
    public int Usual => desk.School.Rules().At(RuleKind.Opening, desk.Actor.Today);

    public bool Keeps => desk.Actor.KeepsBox();

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostBoxAsync()
    {
        var input = Box.Read(ModelState, desk.Say);
        var from = ModelState.Day("from", From, desk.Say);
        if (input is null || from is null)
            return await AgainAsync();
        var id = await keeping.AddAsync(desk.Actor, input, from.Value);
        return LocalRedirect(desk.Address($"/desk/boxes/{id}?saved=true"));
    }

    public async Task<IActionResult> OnPostOrderAsync()
    {
        if (Order.Read(ModelState, desk.Say) is not { } order || !ModelState.IsValid)
            return await AgainAsync();
        await schedule.OrderAsync(desk.Actor, order);
        return LocalRedirect(desk.Address("/desk/boxes"));
    }

    public async Task ShowAgainAsync()
    {
        Boxes = await db.Set<Box>().AsNoTracking().OrderBy(box => box.Number).ToListAsync();
        Orders = await db.Set<OpeningInterval>().AsNoTracking().OrderByDescending(order => order.From).ToListAsync();
        Due = (await db.BoxesDueAsync(desk.School)).ToDictionary(due => due.Box);
        var names = await desk.NamesAsync();
        var held = await db.Set<KeyCustody>().AsNoTracking().Where(custody => custody.To == null).ToListAsync();
        Holders = held.ToDictionary(custody => custody.Box, custody => desk.NameIn(names, custody.Holder));
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Page();
    }
}
