using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>When the box is opened next, and all its openings of a school year.</summary>
public sealed class IndexModel(DeskView desk, IshenimDb db) : PageModel
{
    private const int YearsBack = 10;

    /// <summary>The calendar year in which the school year begins.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<BoxDue> Boxes { get; private set; } = [];

    public IReadOnlyList<Opening> Open { get; private set; } = [];

    public IReadOnlyList<Opening> Finished { get; private set; } = [];

    public IReadOnlyDictionary<BoxId, int> Numbers { get; private set; } = new Dictionary<BoxId, int>();

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    public SchoolYear Shown { get; private set; }

    public DeskView Desk => desk;

    public bool Opens => desk.Actor.OpensBox();

    public async Task OnGetAsync()
    {
        var present = SchoolYear.From(desk.Actor.Today);
        Shown = Year is >= 2000 and <= 2075 ? SchoolYear.BeginningIn(Year.Value) : present;
        Boxes = await db.BoxesDueAsync(desk.School);
        Numbers = await db.Set<Box>().AsNoTracking().ToDictionaryAsync(box => box.Id, box => box.Number);
        Open = await db.Set<Opening>().AsNoTracking().Where(opening => opening.FinishedOn == null).OrderBy(opening => opening.OpenedOn).ToListAsync();
        Finished = await db.Set<Opening>().AsNoTracking().Where(opening => opening.FinishedOn != null && opening.OpenedOn >= Shown.FirstDay && opening.OpenedOn <= Shown.LastDay)
            .OrderByDescending(opening => opening.Number).ToListAsync();
        var first = await db.Set<Opening>().AsNoTracking().Select(opening => (DateOnly?)opening.OpenedOn).MinAsync();
        var oldest = SchoolYear.From(first ?? desk.Actor.Today).Begins;
        Years = [.. Enumerable.Range(0, Math.Min(YearsBack, present.Begins - oldest + 1)).Select(back => SchoolYear.BeginningIn(present.Begins - back))];
    }
}
