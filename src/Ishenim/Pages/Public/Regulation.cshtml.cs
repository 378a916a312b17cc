using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Public;

/// <summary>The rules of the trust mail in plain words.</summary>
public sealed class RegulationModel(CurrentSchool current, ReaderPosts posts, DatabaseGate database, TimeProvider time) : PageModel
{
    public School School => current.School;

    public string? Readers { get; private set; }

    /// <summary>Where boxes hang now.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public int AnswerDays => School.AnswerDays(Today);

    /// <summary>Calendar days between openings where no order says otherwise.</summary>
    public int OpeningDays => School.Rules().At(RuleKind.Opening, Today);

    private DateOnly Today => School.Clock(time).Today;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!current.IsKnown)
            return Redirect("~/");
        Readers = await posts.OfAsync([]);
        await using var db = database.Open(School.Id);
        Places = await db.Set<Box>().AsNoTracking().Where(box => box.InUseTo == null).OrderBy(box => box.Number).Select(box => box.Place).ToListAsync();
        return Page();
    }
}
