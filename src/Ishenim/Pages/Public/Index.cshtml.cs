using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Public;

/// <summary>The first page: what the trust mail is, who reads, and two doors.</summary>
public sealed class IndexModel(CurrentSchool current, ReaderPosts posts, DatabaseGate database, TimeProvider time) : PageModel
{
    /// <summary>Null where the installation has no school yet.</summary>
    public School? School => current.IsKnown ? current.School : null;

    /// <summary>Who reads letters; null while nobody can.</summary>
    public string? Readers { get; private set; }

    public bool IsOpen => School?.OpenedOn is not null && Readers is not null;

    /// <summary>The boxes that hang there now.</summary>
    public IReadOnlyList<BoxDue> Boxes { get; private set; } = [];

    /// <summary>Calendar days between openings, by the rule of today.</summary>
    public int EveryDays { get; private set; }

    /// <summary>Working days in which any letter of today is answered.</summary>
    public int AnswerDays { get; private set; }

    /// <summary>Who opens the boxes, where the school says it by name; null else.</summary>
    public string? Opener { get; private set; }

    public async Task OnGetAsync()
    {
        if (School is not { } school)
            return;
        Readers = await posts.OfAsync([]);
        var sql = database.Sql(school.Id);
        Boxes = [.. (await sql.BoxesDueAsync(school)).OrderBy(box => box.Number)];
        var today = school.Clock(time).Today;
        (EveryDays, AnswerDays) = (await sql.OpeningDaysAsync(school, today), school.AnswerDays(today));
        if (school.Settings.ShowOpener)
            Opener = string.Join(", ", await sql.OpenersAsync()) is { Length: > 0 } names ? names : null;
    }

    /// <summary>The last day for a box's next opening; null where that day is past.</summary>
    public DateOnly? OpensOn(BoxDue box) => box.ComingBy(School!.Clock(time).Today);
}
