using System.Globalization;
using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The first step at the box: who is there, and how it was found.</summary>
public sealed class NewModel(Core.Boxes.Openings openings, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    /// <summary>A box that was taken down lately: its last openings may be entered still, late.</summary>
    private const int DaysAfterwards = 60;

    [BindProperty]
    public OpeningFields Opening { get; set; } = new();

    public IReadOnlyList<Box> Boxes { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public DeskView Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid? box)
    {
        await ShowAgainAsync();
        if (Boxes.Count == 0)
            return LocalRedirect(desk.Address("/desk/openings"));
        var chosen = Boxes.FirstOrDefault(one => one.Id.Value == box) ?? Boxes[0];
        var (day, time) = desk.School.LocalTime(desk.Actor.At);
        Opening = new OpeningFields
        {
            Box = chosen.Id.Value, Day = day, Time = time.ToString("HH':'mm", CultureInfo.InvariantCulture), SealBefore = chosen.Seal, Present = [desk.Actor.Person.Value],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        if (Opening.Read(ModelState, desk.Say) is not { } input)
            return Page();
        await openings.BeginAsync(desk.Actor, desk.School, input);
        return LocalRedirect(desk.Address($"/desk/openings/{input.Id}"));
    }

    public async Task ShowAgainAsync()
    {
        var since = desk.Actor.Today.AddDays(-DaysAfterwards);
        Boxes = await db.Set<Box>().AsNoTracking().Where(one => one.InUseTo == null || one.InUseTo >= since)
            .OrderBy(one => one.InUseTo != null).ThenBy(one => one.Number).ToListAsync();
        var people = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Where(person => person.LeftOn == null).ToListAsync();
        People = [.. people.OrderBy(Rank).ThenBy(person => person.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those who are there as a rule come first.</summary>
    private static int Rank(Person person) => person.Has(Role.Responsible) ? 0 : person.Has(Role.Member) || person.Has(Role.Chair) ? 1 : 2;
}
