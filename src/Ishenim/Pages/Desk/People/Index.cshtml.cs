using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.People;

/// <summary>Everybody of the school's trust mail, with their keys; those who left last.</summary>
internal sealed class IndexModel(SignedIn signedIn, CurrentSchool school, IshenimDb db) : PageModel
{
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public bool Administers => signedIn.Actor.Is(Role.Administrator);

    /// <summary>How many read letters that are about nobody.</summary>
    public int Readers { get; private set; }

    public IReadOnlyList<OpeningStep> Steps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var people = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Include(person => person.Account)
            .OrderBy(person => person.LeftOn != null).ThenBy(person => person.Name).ToListAsync();
        var seen = await db.LastSeenAsync();
        var names = people.ToDictionary(person => person.Id, person => person.Name);
        var reads = RoleGroups.Usual.Any(signedIn.Actor.Is)
            && people.Exists(person => person.Id == signedIn.Actor.Person && person.Account is { MayRead: true });
        People = people.ConvertAll(person => new PersonLine(
            person,
            person.Account?.ConfirmedBy is { } by ? names.GetValueOrDefault(by) : null,
            seen.GetValueOrDefault(person.Id),
            reads && person.Id != signedIn.Actor.Person));
        Readers = people.Count(person => person.LeftOn is null && person.Account is { MayRead: true } && (person.Has(Role.Responsible) || person.Has(Role.Director)));
        if (school.School.OpenedOn is null)
            Steps = await db.StepsToOpenAsync();
    }
}

/// <summary>A row of the list.</summary>
/// <param name="Person">With roles and account.</param>
/// <param name="ConfirmedBy">Who confirmed the key; null: nobody, or it was there from the start.</param>
/// <param name="SeenOn">The last day signed in.</param>
/// <param name="MayGive">Whether the one who looks may confirm keys and hand letters over.</param>
internal sealed record PersonLine(Person Person, string? ConfirmedBy, DateOnly? SeenOn, bool MayGive)
{
    public string? Fingerprint => Person.Account is { } account ? Sealing.KeyPair.FingerprintOf(account.PublicKey) : null;

    public bool CanConfirm => MayGive && Person is { LeftOn: null, Account: { UndertakingOn: not null, ConfirmedOn: null } }
        && RoleGroups.Reading.Any(Person.Has);

    public bool CanReceive => MayGive && Person is { LeftOn: null, Account.MayRead: true } && RoleGroups.Usual.Any(Person.Has);

    public string StateWord => Person switch
    {
        { LeftOn: not null } => "people.closed",
        { Account: null } => "people.invited",
        { Account.UndertakingOn: null } => "people.unsigned",
        { Account.ConfirmedOn: null } when RoleGroups.Reading.Any(Person.Has) => "people.unconfirmed",
        _ => "people.active",
    };

    public string Badge => StateWord switch { "people.active" => "done", "people.closed" => "plain", "people.unconfirmed" => "soon", _ => "work" };
}
