using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Slips;

/// <summary>The coded letter sheets that were printed, printing more, and declaring one void.</summary>
public sealed class IndexModel(SlipMaking slips, DeskView desk) : PageModel, IShowsAgain
{
    /// <summary>How many a form offers.</summary>
    public const int Usual = 30;

    public DeskView Desk => desk;

    public bool May => SlipMaking.May(desk.Actor);

    public IReadOnlyList<SlipCount> Batches { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>A sheet was just declared void.</summary>
    [FromQuery]
    public bool Voided { get; set; }

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostVoidAsync()
    {
        var number = SlipMark.Read(Number ?? "", desk.School.Slug, out var elsewhere);
        if (number is null)
        {
            ModelState.AddModelError("number", desk.Say[elsewhere ? "paper.slip.elsewhere" : "paper.slip.bad"]);
            await ShowAgainAsync();
            return Page();
        }
        await slips.VoidAsync(desk.Actor, number);
        return LocalRedirect(desk.Address("/desk/slips?voided=true"));
    }

    public async Task ShowAgainAsync()
    {
        Batches = await slips.ListAsync(desk.Actor);
        Names = await desk.NamesAsync();
    }
}
