using Ishenim.Core.Schools;
using Ishenim.Pages.Desk;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Admin;

/// <summary>The school's own settings. Whoever saves second is told so, and keeps what was typed.</summary>
internal sealed class SettingsModel(SignedIn signedIn, SchoolEditing editing, CurrentSchool school, Say say) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SchoolForm School { get; set; } = new() { AtSetUp = false };

    [BindProperty]
    public SettingsForm Values { get; set; } = new();

    public bool Saved { get; private set; }

    public string SchoolName => school.School.Name.In(say.Language);

    /// <summary>Whether a frame may be shown anywhere.</summary>
    public bool HasSite => school.School.Settings.SiteOrigin is not null;

    public void OnGet(bool saved)
    {
        Saved = saved;
        (Version, School, Values) = (school.School.Version, SchoolForm.Of(school.School), SettingsForm.Of(school.School.Settings));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        School.Check(ModelState, say);
        var settings = Values.Read(school.School.Settings, ModelState, say);
        if (!ModelState.IsValid)
            return Page();
        var version = Version;
        // Shown again after somebody else's change, the form may be saved by whoever has read that it would undo it.
        Version = school.School.Version;
        ModelState.Remove(nameof(Version));
        await editing.ChangeAsync(signedIn.Actor, new SchoolInput
        {
            Version = version, Name = School.Names(), Town = School.Town!, Language = School.Language!,
            Settings = settings,
        });
        return LocalRedirect(Request.PathBase + "/desk/settings?saved=true");
    }
}
