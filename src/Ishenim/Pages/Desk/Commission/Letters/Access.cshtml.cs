using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>The chair ends the members' access to the letters of a meeting that is over.</summary>
public sealed class AccessModel(AgendaAccess access, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public AgendaStanding Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync() =>
        await access.EndAsync(desk.Actor, new MeetingId(Id)) ? LocalRedirect(desk.Address($"/desk/commission/meetings/{Id}/access")) : NotFound();

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<bool> LoadAsync()
    {
        var standing = await access.OfAsync(desk.Actor, new MeetingId(Id));
        Standing = standing ?? new AgendaStanding(null, MayEnd: false);
        return standing is not null;
    }
}
