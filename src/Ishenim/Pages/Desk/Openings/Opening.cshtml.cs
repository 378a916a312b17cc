using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>An opening on its way from the box to the act; afterwards its papers.</summary>
public sealed partial class OpeningModel(Core.Boxes.Openings openings, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    private static readonly string[] Reports = ["registered", "aside", "counted", "finished", "corrected", "scanned", "photo"];

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    public Opening Row { get; private set; } = null!;

    public Box Box { get; private set; } = null!;

    public IReadOnlyList<OpeningItem> Items { get; private set; } = [];

    public IReadOnlyList<FrozenCorrection> Corrections { get; private set; } = [];

    public IReadOnlyList<BoxFile> Files { get; private set; } = [];

    public DeskView Desk => desk;

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["opening.done." + Done] : null;

    /// <summary>Things that were found and are neither registered nor set aside yet.</summary>
    public int Left => (Row.LettersFound ?? 0) - Items.Count;

    public int SheetsLeft => (Row.SheetsFound ?? 0) - Items.Sum(item => item.Sheets);

    public bool IsFinished => Row.FinishedOn is not null;

    public bool IsCounted => Row.LettersFound is not null;

    public bool Opens => desk.Actor.OpensBox();

    /// <summary>Of the four steps, from 2.</summary>
    public int Step => !IsCounted ? 2 : Left > 0 || SheetsLeft > 0 ? 3 : 4;

    private OpeningId Which => new(Id);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task ShowAgainAsync()
    {
        // Who is told that somebody else changed it sees the change, and what they typed.
        ModelState.Remove(nameof(Version));
        if (!await LoadAsync())
            throw new InvalidOperationException("The opening went while it was at hand.");
    }

    private async Task<bool> LoadAsync()
    {
        if (await db.Set<Opening>().AsNoTracking().Include(opening => opening.Signers).SingleOrDefaultAsync(opening => opening.Id == Which) is not { } row)
            return false;
        (Row, Version) = (row, row.Version);
        Box = await db.Set<Box>().AsNoTracking().SingleAsync(box => box.Id == row.Box);
        Items = await db.Set<OpeningItem>().AsNoTracking().Where(item => item.Opening == Which).OrderBy(item => item.Place).ToListAsync();
        Files = await db.Set<BoxFile>().AsNoTracking().Where(file => file.Of == Id).OrderBy(file => file.AddedOn)
            .Select(file => new BoxFile { School = file.School, Id = file.Id, Kind = file.Kind, Of = file.Of, AddedOn = file.AddedOn, AddedBy = file.AddedBy, Type = file.Type, Content = Array.Empty<byte>() })
            .ToListAsync();
        var corrections = await db.Set<FrozenForm>().AsNoTracking().Where(form => form.Of == Id && form.Kind == FormKind.Correction).OrderBy(form => form.Line).ToListAsync();
        Corrections = corrections.ConvertAll(form => form.Read<FrozenCorrection>());
        return true;
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/openings/{Id}?done={done}"));

    private async Task<IActionResult> AgainAsync() => await LoadAsync() ? Page() : NotFound();
}
