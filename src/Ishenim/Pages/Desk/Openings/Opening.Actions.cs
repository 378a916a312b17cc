using Ishenim.Core.Boxes;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>What is done with an opening: each step is a form of its own.</summary>
public sealed partial class OpeningModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Letters { get; set; }

    [BindProperty]
    public string? Sheets { get; set; }

    /// <summary>The new entry's id, so that a form sent twice enters it once.</summary>
    [BindProperty]
    public Guid Entry { get; set; } = Guid.NewGuid();

    [BindProperty]
    public SetAside Reason { get; set; }

    [BindProperty]
    public string? AsideSheets { get; set; } = "1";

    [BindProperty]
    public string? SealAfter { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnPostCountAsync()
    {
        var (letters, sheets) = (ModelState.Number("letters", Letters, 0, Opening.MostLetters, desk.Say), ModelState.Number("sheets", Sheets, 0, Opening.MostSheets, desk.Say));
        if (letters is { } found && sheets is { } of && (of < found || (found == 0 && of > 0)))
            ModelState.AddModelError("sheets", desk.Say["opening.sheets.few"]);
        if (!ModelState.IsValid)
            return await AgainAsync();
        await openings.CountAsync(desk.Actor, Which, Version, letters!.Value, sheets!.Value);
        return Back("counted");
    }

    public async Task<IActionResult> OnPostAsideAsync()
    {
        if (Reason is not (SetAside.Empty or SetAside.Advertisement or SetAside.Joke or SetAside.Unreadable))
            ModelState.AddModelError("reason", desk.Say["aside.missing"]);
        var sheets = ModelState.Number("asideSheets", AsideSheets, 1, Opening.MostSheets, desk.Say);
        if (!ModelState.IsValid)
            return await AgainAsync();
        await openings.SetAsideAsync(desk.Actor, Which, new NewSetAside(Entry, Reason, sheets!.Value));
        return Back("aside");
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        await openings.TakeBackAsync(desk.Actor, Which, Entry);
        return Back("counted");
    }

    public async Task<IActionResult> OnPostFinishAsync()
    {
        SealAfter = OneLine.Of(SealAfter);
        if (!ModelState.FitsIn("sealAfter", SealAfter, Opening.SealLength, desk.Say))
            return await AgainAsync();
        await openings.FinishAsync(desk.Actor, Which, Version, SealAfter);
        return Back("finished");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await openings.DropAsync(desk.Actor, Which);
        return LocalRedirect(desk.Address("/desk/openings"));
    }

    public async Task<IActionResult> OnPostCorrectAsync()
    {
        Text = OneLine.Of(Text);
        if (!ModelState.FitsIn("text", Text, Core.Boxes.Openings.CorrectionLength, desk.Say))
            return await AgainAsync();
        await openings.CorrectAsync(desk.Actor, Which, Text);
        return Back("corrected");
    }

    public Task<IActionResult> OnPostScanAsync(IFormFile? scan) =>
        FileAsync("scan", scan, pdf: true, file => openings.AttachSignedAsync(desk.Actor, Which, file), "scanned");

    public Task<IActionResult> OnPostPhotoAsync(IFormFile? photo) =>
        FileAsync("photo", photo, pdf: false, file => openings.AddPhotoAsync(desk.Actor, Which, file), "photo");

    private async Task<IActionResult> FileAsync(string field, IFormFile? uploaded, bool pdf, Func<NewBoxFile, Task> keep, string done)
    {
        if (uploaded is null)
        {
            ModelState.AddModelError(field, desk.Say["form.file.missing"]);
            return await AgainAsync();
        }
        try
        {
            await using var content = uploaded.OpenReadStream();
            await keep(await NewBoxFile.ReadAsync(content, pdf));
        }
        catch (BoxFileUnusable unusable)
        {
            ModelState.AddModelError(field, desk.Say["refusal.BoxFileUnusable", [.. unusable.Fill]]);
            return await AgainAsync();
        }
        return Back(done);
    }
}
