using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Public;

/// <summary>Answers of the notice board for those who cannot stand before it; only where the school says so.</summary>
public sealed class BoardModel(CurrentSchool current, NoticeBoard board, TimeProvider time) : PageModel
{
    private const int Months = 6;

    /// <summary>Of the last half-year, the newest first.</summary>
    public IReadOnlyList<BoardAnswer> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!current.IsKnown || !current.School.Settings.ShowBoard)
            return NotFound();
        Answers = await board.ListAsync(current.School.Id, current.School.Clock(time).Today.AddMonths(-Months));
        return Page();
    }
}
