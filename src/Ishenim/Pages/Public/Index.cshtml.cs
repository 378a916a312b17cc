using Ishenim.Core.Schools;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Public;

/// <summary>The first page: what the trust mail is, who reads, and two doors.</summary>
public sealed class IndexModel(CurrentSchool current, ReaderPosts posts, TimeProvider time) : PageModel
{
    /// <summary>Null where the installation has no school yet.</summary>
    public School? School => current.IsKnown ? current.School : null;

    /// <summary>Who reads letters; null while nobody can.</summary>
    public string? Readers { get; private set; }

    public bool IsOpen => School?.OpenedOn is not null && Readers is not null;

    /// <summary>The last day for the box's next opening; null where it is unknown or past.</summary>
    public DateOnly? OpensOn { get; private set; }

    public async Task OnGetAsync()
    {
        if (School is not { } school)
            return;
        Readers = await posts.OfAsync([]);
        if (school.Settings.LastOpeningOn is { } last
            && school.Calendar().OpeningDueDay(last, school.Settings.OpeningEveryDays) is var due && due >= school.Clock(time).Today)
            OpensOn = due;
    }
}
