using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>A school that begins in the middle of the year brings its commission with it (X8).</summary>
public sealed class TakeOverModel(TakeOver takeOver, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public OrderFields Order { get; set; } = new();

    [BindProperty]
    public TakeOverFields Taken { get; set; } = new();

    /// <summary>Everybody at the school, by name.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public bool Appoints => desk.Actor.AppointsCommission();

    /// <summary>There is one already.</summary>
    public bool IsHere { get; private set; }

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        var (settings, today) = (desk.School.Settings, desk.Actor.Today);
        var from = settings.OrderOn ?? today;
        Order = new OrderFields
        {
            Number = settings.OrderNumber, Day = settings.OrderOn, From = from, Until = from.AddYears(1), SignedBy = People.FirstOrDefault(person => person.Has(Role.Director))?.Name,
        };
        Taken = TakeOverFields.Of(People, await takeOver.LastProtocolAsync(desk.Actor));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Taken.Read(Order.Read(ModelState, desk.Say), ModelState, desk.Say) is not { } taken)
        {
            await ShowAgainAsync();
            return Page();
        }
        var id = await takeOver.TakeAsync(desk.Actor, taken);
        return LocalRedirect(desk.Address($"/desk/commission/convocations/{id}?done=taken"));
    }

    public async Task ShowAgainAsync()
    {
        IsHere = await db.Set<Convocation>().AnyAsync();
        People = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Where(person => person.LeftOn == null).OrderBy(person => person.Name).ToListAsync();
    }
}
