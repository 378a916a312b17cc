using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>Sets a school up by its one-time link. Looking at the page does not use the link; sending it does.</summary>
internal sealed class WelcomeModel(SchoolSetUp setUp, CurrentSchool school, Say say) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public SchoolForm School { get; set; } = new();

    [BindProperty]
    public NumbersForm Numbers { get; set; } = new();

    [BindProperty]
    public PersonForm Director { get; set; } = new() { Position = Position.Director };

    [BindProperty]
    public PersonForm Responsible { get; set; } = new() { Position = Position.Deputy };

    [BindProperty]
    public PersonForm Chair { get; set; } = new() { Position = Position.Committee };

    [BindProperty]
    public PersonForm Administrator { get; set; } = new();

    /// <summary>Who else is the responsible person: "other" or "director".</summary>
    [BindProperty]
    public string? ResponsibleIs { get; set; } = "other";

    /// <summary>Who is the administrator: "director", "responsible", "chair" or "other".</summary>
    [BindProperty]
    public string? AdministratorIs { get; set; } = "responsible";

    /// <summary>That the chair is the director's subordinate was said, and kept.</summary>
    [BindProperty]
    public bool ChairKept { get; set; }

    public bool WarnsOfChair { get; private set; }

    public bool IsValid { get; private set; }

    /// <summary>After setting up: a link for each person, shown this once.</summary>
    public IReadOnlyList<PersonLink>? Links { get; private set; }

    public async Task OnGetAsync() => IsValid = await setUp.IsValidAsync(school.School, Token);

    public async Task OnPostAsync()
    {
        IsValid = await setUp.IsValidAsync(school.School, Token);
        if (!IsValid || Read() is not { } input)
            return;
        WarnsOfChair = !ChairKept && Chair.Position is Position.Deputy or Position.Teacher;
        if (WarnsOfChair)
            ChairKept = true;
        else
            await SetUpAsync(input);
    }

    private async Task SetUpAsync(SetUpInput input)
    {
        try
        {
            Links = await setUp.SetUpAsync(school.School, input);
        }
        catch (ChairMustBeIndependent)
        {
            ModelState.AddModelError("chair.position", say["refusal.ChairMustBeIndependent"]);
        }
    }

    private SetUpInput? Read()
    {
        School.Check(ModelState, say);
        var people = People().Select(one => one.Form.Read(ModelState, one.Prefix, say, one.Roles)).ToList();
        var last = Numbers.Read(ModelState, say);
        return !ModelState.IsValid ? null : new SetUpInput
        {
            Token = Token, Name = School.Names(), Town = School.Town!, Language = School.Language!, BoxPlace = School.BoxPlace!,
            LastOpeningOn = School.LastOpeningOn, SixDayWeek = School.SixDayWeek, Last = last, People = people.ConvertAll(person => person!),
        };
    }

    /// <summary>Each person once, with all that they are.</summary>
    private IEnumerable<(PersonForm Form, string Prefix, IEnumerable<Role> Roles)> People()
    {
        var responsibleIsDirector = ResponsibleIs == "director";
        var administrator = AdministratorIs == "responsible" && responsibleIsDirector ? "director" : AdministratorIs;
        Director.Position = Position.Director;
        yield return (Director, "director", Roles(Role.Director, administrator == "director", responsibleIsDirector));
        if (!responsibleIsDirector)
            yield return (Responsible, "responsible", Roles(Role.Responsible, administrator == "responsible", alsoResponsible: false));
        yield return (Chair, "chair", Roles(Role.Chair, administrator == "chair", alsoResponsible: false));
        if (administrator is not ("director" or "responsible" or "chair"))
            yield return (Administrator, "administrator", [Role.Administrator]);
    }

    private static IEnumerable<Role> Roles(Role role, bool administrator, bool alsoResponsible)
    {
        yield return role;
        if (administrator)
            yield return Role.Administrator;
        if (alsoResponsible)
            yield return Role.Responsible;
    }
}
