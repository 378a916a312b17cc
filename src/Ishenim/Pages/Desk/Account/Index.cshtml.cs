using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Account;

/// <summary>A person's own account: what is known, own sessions, and the ways to change it.</summary>
internal sealed class IndexModel(SignedIn signedIn, Sessions sessions, CurrentSchool school, IshenimDb db) : PageModel
{
    private static readonly string[] Changes = ["account.passphrase.changed", "account.factor.changed", "account.stepdown.done"];

    /// <summary>What was changed just now.</summary>
    public string? Done { get; private set; }

    public Person Person { get; private set; } = null!;

    public bool HasSheet => Person.Account!.RecoverySheetOn is not null;

    public string Fingerprint => Sealing.KeyPair.FingerprintOf(Person.Account!.PublicKey);

    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    public Guid Current => signedIn.Session;

    public async Task OnGetAsync(string? done)
    {
        Done = Changes.FirstOrDefault(one => one == done);
        Person = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Include(person => person.Account)
            .SingleAsync(person => person.Id == signedIn.Actor.Person);
        Sessions = await db.SessionsOfAsync(signedIn.Actor);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAllAsync(signedIn.Actor);
        await HttpContext.SignOutAsync();
        return LocalRedirect(Request.PathBase + "/desk/login");
    }

    /// <summary>"15.09.2026, 10:42" in the school's time zone.</summary>
    public string Local(DateTime utc)
    {
        var (day, time) = school.School.LocalTime(utc);
        return $"{Say.ShortDate(day)}, {time:HH':'mm}";
    }
}
