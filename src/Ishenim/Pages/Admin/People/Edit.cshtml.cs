using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Admin.People;

/// <summary>The administrator changes a person, invites again, or marks that the person left.</summary>
internal sealed class EditModel(SignedIn signedIn, Core.Staff.People people, IshenimDb db, Say say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public PersonForm Person { get; set; } = new();

    [BindProperty]
    public List<Role> Role { get; set; } = [];

    public string Name { get; private set; } = "";

    /// <summary>Then the person steps down before the administrator can close or replace the account.</summary>
    public bool MayHoldLetters { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>Roles that nobody has once this person leaves.</summary>
    public IReadOnlyList<Role> LastOf { get; private set; } = [];

    public (string Name, string Roles, string Token)? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved)
    {
        Saved = saved;
        if (await LoadAsync() is not { } person)
            return NotFound();
        Fill(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        if (Role.Count == 0)
            ModelState.AddModelError("role", say["people.roles.missing"]);
        if (Person.Read(ModelState, "person", say, Role) is not { } input || !ModelState.IsValid)
            return Page();
        await people.ChangeAsync(signedIn.Actor, new PersonId(Id), Version, input);
        return LocalRedirect($"{Request.PathBase}/desk/people/{Id}?saved=true");
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (await LoadAsync() is not { } person)
            return NotFound();
        Fill(person);
        Link = (person.Name, Roles.Of(person, say), await people.InviteAsync(signedIn.Actor, person.Id));
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (await LoadAsync() is { } person)
            Fill(person);
        await people.LeaveAsync(signedIn.Actor, new PersonId(Id));
        return LocalRedirect(Request.PathBase + "/desk/people");
    }

    /// <summary>With what was typed, and the version of now: who saves again has seen what another did.</summary>
    public async Task ShowAgainAsync() => await LoadAsync();

    private void Fill(Person person)
    {
        Person = PersonForm.Of(person);
        Role = [.. person.Roles.Select(held => held.Role)];
        Version = person.Version;
        ModelState.Clear();
    }

    private async Task<Person?> LoadAsync()
    {
        var all = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Include(person => person.Account)
            .Where(person => person.LeftOn == null).ToListAsync();
        if (all.Find(one => one.Id == new PersonId(Id)) is not { } person)
            return null;
        (Name, MayHoldLetters) = (person.Name, person.MayHoldLetters);
        LastOf = [.. RoleGroups.Usual.Where(role => person.Has(role) && !all.Exists(other => other.Id != person.Id && other.Has(role)))];
        return person;
    }
}
