using System.Globalization;
using System.Security.Cryptography;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Journal;

/// <summary>
/// The journal for people. Line numbers are never shown, and the place in the address is encrypted: gaps would tell
/// somebody who is excluded from a letter that there is one.
/// </summary>
public sealed class IndexModel(JournalBrowsing journal, DeskView desk, IshenimDb db, IDataProtectionProvider protection) : PageModel
{
    private readonly IDataProtector _protector = protection.CreateProtector("journal place");

    /// <summary>"arrivals" for the book of arrivals, else that of acts.</summary>
    [FromQuery]
    public string? Book { get; set; }

    [FromQuery]
    public string? Older { get; set; }

    public bool Arrivals => Book == "arrivals";

    public JournalPage List { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Numbers of the common register, where a line is about a letter of it.</summary>
    public IReadOnlyDictionary<AppealId, string> Numbers { get; private set; } = new Dictionary<AppealId, string>();

    /// <summary>Letters that this person can open.</summary>
    public IReadOnlySet<AppealId> Held { get; private set; } = new HashSet<AppealId>();

    public DeskView Desk => desk;

    public string? OlderAddress => List.OlderThan is { } place
        ? desk.Address($"/desk/journal?book={(Arrivals ? "arrivals" : "acts")}&older={_protector.Protect(place.ToString(CultureInfo.InvariantCulture))}")
        : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!TryPlace(out var place))
            return NotFound();
        List = Arrivals ? await journal.ArrivalsAsync(desk.Actor, place) : await journal.ActsAsync(desk.Actor, place);
        Names = await desk.NamesAsync();
        var appeals = List.Lines.Select(line => line.Appeal).OfType<AppealId>().Distinct().ToList();
        Numbers = await db.Set<Appeal>().AsNoTracking().Where(appeal => appeals.Contains(appeal.Id) && appeal.Facts != null)
            .Select(appeal => new { appeal.Id, appeal.Facts!.Number }).ToDictionaryAsync(appeal => appeal.Id, appeal => appeal.Number);
        var me = desk.Actor.Person.Value;
        Held = (await db.Set<Grant>().AsNoTracking().Where(grant => appeals.Contains(grant.Appeal) && grant.Recipient == me)
            .Select(grant => grant.Appeal).Distinct().ToListAsync()).ToHashSet();
        return Page();
    }

    private bool TryPlace(out long? place)
    {
        place = null;
        if (Older is null)
            return true;
        try
        {
            place = long.Parse(_protector.Unprotect(Older), CultureInfo.InvariantCulture);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
