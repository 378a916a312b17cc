using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Boxes;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Paper;

/// <summary>Registers one letter of an opening. Its number is shown in the answer itself, never in an address.</summary>
public sealed class LetterModel(PaperView desk, Core.Boxes.Openings openings, IshenimDb db) : PaperPage(desk)
{
    private Opening? _opening;

    [FromRoute]
    public Guid Id { get; set; }

    public override DateOnly ReceivedOn => _opening!.OpenedOn;

    public override string Path => $"/desk/openings/{Id}/letter";

    private string Back => Desk.Address($"/desk/openings/{Id}");

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
            return elsewhere;
        if (await ReadAsync() is not { } letter)
            return Again();
        using var paper = await Papers.PrepareAsync(Desk.Actor, Desk.School, letter);
        var entered = new NewOpeningLetter
        {
            // The form's draft is the entry: sent twice, it enters one letter.
            Entry = letter.Letter.Draft.Id.Value, Sheets = letter.Sheets, Kind = letter.Letter.Kind, Closed = letter.Closed,
            Signed = letter.Letter.Identity is not null ? true : letter.Closed ? null : false,
        };
        Registered? registered = null;
        await openings.RegisterAsync(Desk.Actor, new OpeningId(Id), entered, async own =>
        {
            registered = await Papers.AddAsync(own, Desk.Actor, paper);
            return (registered.Id, registered.Number);
        });
        // Only now is it durably there: said before, a failing commit would be shown as a registered letter.
        Done = registered;
        await Papers.ForgetAsync(paper);
        // Sent twice: it stands among the others already.
        return Done is null ? LocalRedirect(Back) : Page();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var id = new OpeningId(Id);
        _opening = await db.Set<Opening>().AsNoTracking().SingleOrDefaultAsync(opening => opening.Id == id);
        if (_opening is null)
            return NotFound();
        return _opening.FinishedOn is null && _opening.LettersFound is not null ? null : LocalRedirect(Back);
    }
}
