using Ishenim.Core.Staff;
using Ishenim.Pages.Desk;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Admin.People;

/// <summary>The administrator adds a person and gets the invitation's link, shown this once.</summary>
internal sealed class NewModel(SignedIn signedIn, Core.Staff.People people, Say say) : PageModel
{
    [BindProperty]
    public PersonForm Person { get; set; } = new();

    [BindProperty]
    public List<Role> Role { get; set; } = [];

    public (string Name, string Roles, string Token)? Link { get; private set; }

    public async Task OnPostAsync()
    {
        if (Role.Count == 0)
            ModelState.AddModelError("role", say["people.roles.missing"]);
        if (Person.Read(ModelState, "person", say, Role) is not { } input || !ModelState.IsValid)
            return;
        var (_, token) = await people.AddAsync(signedIn.Actor, input);
        Link = (input.Name, string.Join(", ", input.Roles.Order().Select(role => Roles.Of(role, input.Woman, say))), token);
    }
}
