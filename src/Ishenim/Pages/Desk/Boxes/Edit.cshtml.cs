using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>One box: where it hangs, its seal and photo, and from hand to hand its key.</summary>
[RequestSizeLimit(BoxFile.MostFormBytes)]
public sealed class EditModel(BoxKeeping keeping, KeyCustodies custodies, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public BoxFields Box { get; set; } = new();

    [BindProperty]
    public KeyFields Key { get; set; } = new();

    [BindProperty]
    public DateOnly? Last { get; set; }

    public Box Row { get; private set; } = null!;

    public IReadOnlyList<KeyCustody> Custodies { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Who could hold the key.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public Guid? Photo { get; private set; }

    public bool Saved { get; private set; }

    public DeskView Desk => desk;

    public bool Keeps => desk.Actor.KeepsBox() && Row.InUseTo is null;

    private BoxId Which => new(Id);

    /// <summary>Nothing is asked of a box that is not there, or is another school's.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Set<Box>().AnyAsync(box => box.Id == Which))
            await next();
        else
            context.Result = NotFound();
    }

    public async Task<IActionResult> OnGetAsync(bool saved)
    {
        Saved = saved;
        await LoadAsync();
        Box = new BoxFields { Place = Row.Place, Seal = Row.Seal };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Box.Read(ModelState, desk.Say) is not { } input || !ModelState.IsValid)
            return await AgainAsync();
        await keeping.ChangeAsync(desk.Actor, Which, Version, input);
        return Done();
    }

    public async Task<IActionResult> OnPostKeyAsync()
    {
        if (Key.Read(Which, ModelState, desk.Say) is not { } input || !ModelState.IsValid)
            return await AgainAsync();
        await custodies.HandOverAsync(desk.Actor, input);
        return Done();
    }

    public async Task<IActionResult> OnPostDownAsync()
    {
        if (ModelState.Day("last", Last, desk.Say) is not { } last)
            return await AgainAsync();
        await keeping.TakeDownAsync(desk.Actor, Which, Version, last);
        return Done();
    }

    public async Task<IActionResult> OnPostPhotoAsync(IFormFile? photo)
    {
        if (photo is null)
        {
            ModelState.AddModelError("photo", desk.Say["form.file.missing"]);
            return await AgainAsync();
        }
        try
        {
            await using var content = photo.OpenReadStream();
            await keeping.SetPhotoAsync(desk.Actor, Which, Version, await NewBoxFile.ReadAsync(content, pdf: false));
        }
        catch (BoxFileUnusable unusable)
        {
            ModelState.AddModelError("photo", desk.Say["refusal.BoxFileUnusable", [.. unusable.Fill]]);
            return await AgainAsync();
        }
        return Done();
    }

    /// <summary>With what was typed, and the version of now: who saves again has seen what another did.</summary>
    public async Task ShowAgainAsync()
    {
        await LoadAsync();
        ModelState.Remove(nameof(Version));
        Box.Place ??= Row.Place;
        Box.Seal ??= Row.Seal;
    }

    private LocalRedirectResult Done() => LocalRedirect(desk.Address($"/desk/boxes/{Id}?saved=true"));

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Row = await db.Set<Box>().AsNoTracking().SingleAsync(box => box.Id == Which);
        Version = Row.Version;
        Custodies = await db.Set<KeyCustody>().AsNoTracking().Where(custody => custody.Box == Which)
            .OrderByDescending(custody => custody.From).ThenByDescending(custody => custody.To == null).ToListAsync();
        Names = await desk.NamesAsync();
        People = await db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null).OrderBy(person => person.Name).ToListAsync();
        Photo = await db.Set<BoxFile>().AsNoTracking().Where(file => file.Of == Id && file.Kind == BoxFileKind.Photo).Select(file => (Guid?)file.Id).FirstOrDefaultAsync();
    }
}
