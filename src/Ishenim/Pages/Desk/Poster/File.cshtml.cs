using System.Text;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Papers;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Poster;

/// <summary>The poster as pdf, svg, docx or html. It holds what the public page says, and no name.</summary>
public sealed class FileModel(IServiceProvider services, PaperGiving papers, CurrentSchool current) : PageModel
{
    /// <param name="ending">pdf, svg, docx or html.</param>
    /// <param name="paper">ky or ru; else the school's language.</param>
    /// <param name="size">A3; else A4.</param>
    public async Task<IActionResult> OnGetAsync(string ending, string? paper, string? size)
    {
        var language = PaperLanguages.Of(paper ?? current.School.Language);
        var sheet = size is "A3" or "a3" ? PaperSize.A3 : PaperSize.A4;
        if (ending is "xlsx" || await services.GetRequiredService<Posters>().OfAsync(HttpContext, language, sheet) is not { } poster)
            return NotFound();
        return ending == "svg"
            ? papers.Saved(HttpContext, Encoding.UTF8.GetBytes(PosterSvg.Write(poster)), "image/svg+xml", "poster.svg")
            : await papers.GiveAsync(HttpContext, PosterForm.Of(poster), "poster", ending);
    }
}
