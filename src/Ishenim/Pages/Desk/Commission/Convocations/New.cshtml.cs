using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>The first step of a new commission: its order.</summary>
public sealed class NewModel(Core.Commission.Convocations convocations, DeskView desk, IshenimDb db) : PageModel
{
    [BindProperty]
    public OrderFields Order { get; set; } = new();

    public bool Appoints => desk.Actor.AppointsCommission();

    public async Task OnGetAsync()
    {
        var today = desk.Actor.Today;
        Order = new OrderFields { Day = today, From = today, Until = today.AddYears(1), FirstMeetingOn = desk.Calendar.AddWorkingDays(today, 5), SignedBy = await DirectorAsync() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Order.Read(ModelState, desk.Say) is not { } order || !ModelState.IsValid)
            return Page();
        return LocalRedirect(desk.Address($"/desk/commission/convocations/{await convocations.AddAsync(desk.Actor, order)}"));
    }

    private Task<string?> DirectorAsync() => db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null && person.Roles.Any(held => held.Role == Role.Director))
        .OrderBy(person => person.Name).Select(person => person.Name).FirstOrDefaultAsync();
}
