using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Account;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>What is done with a protocol: each step is a form of its own.</summary>
public sealed partial class ProtocolModel
{
    /// <summary>Of the draft that stands on the page: nobody agrees to or signs other words.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The new proposal's id, so that a form sent twice proposes it once; or the one that is answered.</summary>
    [BindProperty]
    public Guid Note { get; set; } = Guid.NewGuid();

    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    public async Task<IActionResult> OnPostNoteAsync()
    {
        Text = PlainText.Of(Text).Trim();
        if (!ModelState.FitsIn("text", Text, ProtocolNote.TextLength, desk.Say))
            return await AgainAsync();
        await drafting.NoteAsync(desk.Actor, Which, new NewNote(Note, Text));
        return Back("noted");
    }

    public async Task<IActionResult> OnPostAnswerAsync(bool take)
    {
        await drafting.AnswerNoteAsync(desk.Actor, Which, Note, take);
        return Back(take ? "taken" : "refused");
    }

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        await drafting.AgreeAsync(desk.Actor, Which, Draft ?? "");
        return Back("agreed");
    }

    public async Task<IActionResult> OnPostSignAsync() => Back(await signing.SignAsync(desk.Actor, Which, Draft ?? "", Proof.Read()) switch
    {
        Signed.Frozen => "frozen",
        Signed.OtherSignsAgain => "again",
        _ => "signed",
    });

    public async Task<IActionResult> OnPostScanAsync(IFormFile? scan)
    {
        if (scan is null)
        {
            ModelState.AddModelError("scan", desk.Say["form.file.missing"]);
            return await AgainAsync();
        }
        try
        {
            await using var content = scan.OpenReadStream();
            await scans.AttachAsync(desk.Actor, Which, await NewBoxFile.ReadAsync(content, pdf: true));
        }
        catch (BoxFileUnusable unusable)
        {
            ModelState.AddModelError("scan", desk.Say["refusal.BoxFileUnusable", [.. unusable.Fill]]);
            return await AgainAsync();
        }
        return Back("scanned");
    }
}
