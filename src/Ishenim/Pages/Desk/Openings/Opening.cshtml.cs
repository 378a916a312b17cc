using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>An opening on its way from the box to the act; afterwards its papers.</summary>
[RequestSizeLimit(BoxFile.MostFormBytes)]
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

    /// <summary>Nothing is asked of an opening that is not there: it was dropped, or is another school's.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Set<Opening>().AnyAsync(opening => opening.Id == Which))
            await next();
        else
            context.Result = NotFound();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task ShowAgainAsync()
    {
        // Who is told that somebody else changed it sees the change, and what they typed.
        ModelState.Remove(nameof(Version));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Row = await db.Set<Opening>().AsNoTracking().Include(opening => opening.Signers).SingleAsync(opening => opening.Id == Which);
        Version = Row.Version;
        Box = await db.Set<Box>().AsNoTracking().SingleAsync(box => box.Id == Row.Box);
        Items = await db.Set<OpeningItem>().AsNoTracking().Where(item => item.Opening == Which).OrderBy(item => item.Place).ToListAsync();
        Files = await db.Set<BoxFile>().AsNoTracking().Where(file => file.Of == Id).OrderBy(file => file.AddedOn)
            .Select(file => new BoxFile { School = file.School, Id = file.Id, Kind = file.Kind, Of = file.Of, AddedOn = file.AddedOn, AddedBy = file.AddedBy, Type = file.Type, Content = Array.Empty<byte>() })
            .ToListAsync();
        var corrections = await db.Set<FrozenForm>().AsNoTracking().Where(form => form.Of == Id && form.Kind == FormKind.Correction).OrderBy(form => form.Line).ToListAsync();
        Corrections = corrections.ConvertAll(form => form.Read<FrozenCorrection>());
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/openings/{Id}?done={done}"));

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }
}
