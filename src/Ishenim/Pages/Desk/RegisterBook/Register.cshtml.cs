using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Printing;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.RegisterBook;

/// <summary>The register on paper: of a year or of all years, all lines or those that the register's page shows.</summary>
public sealed class RegisterModel(RegisterPapers papers, DeskView desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RegisterQuestion Ask { get; set; } = new();

    /// <param name="ending">pdf, docx, xlsx or html.</param>
    /// <param name="year">Of the numbers; null: all years.</param>
    /// <param name="content">Also what letters say, of those that the person may read.</param>
    public async Task<IActionResult> OnGetAsync(string ending, int? year, bool content)
    {
        RegisterNumber? number = null;
        var bad = !string.IsNullOrWhiteSpace(Ask.Number) && !RegisterNumber.TryParse(Ask.Number, out number, desk.Actor.Today.Year);
        if (bad || year is < 2000 or > 2075 || !ModelState.IsValid)
            return NotFound();
        return await papers.GiveAsync(HttpContext, new RegisterPrint { Filter = Ask.ToFilter(number), Year = year, Content = content }, ending);
    }
}
