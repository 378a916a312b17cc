using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Journal;

/// <summary>Whether the fingerprint at the foot of a paper is of this school's journal, and of which line and day.</summary>
public sealed class FingerprintModel(IshenimDb db, DeskView desk) : PageModel
{
    /// <summary>As it is copied from paper, or as the paper's QR code holds it.</summary>
    [FromQuery]
    public string? Print { get; set; }

    public JournalLine? Line { get; private set; }

    /// <summary>Whether a fingerprint was asked for and could be read.</summary>
    public bool Asked { get; private set; }

    public async Task OnGetAsync()
    {
        if (string.IsNullOrWhiteSpace(Print))
            return;
        Asked = Fingerprint.TryParse(Print.Trim(), out var fingerprint);
        if (Asked)
            Line = await Verifier.FindAsync(db, fingerprint!, HttpContext.RequestAborted);
        else
            ModelState.AddModelError("print", desk.Say["fingerprint.bad"]);
    }
}
