using Ishenim.Core.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>The register.</summary>
public sealed class IndexModel(Register register, DeskView desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RegisterQuestion Ask { get; set; } = new();

    public RegisterPage List { get; private set; } = null!;

    public DeskView Desk => desk;

    public async Task OnGetAsync()
    {
        var actor = desk.Actor;
        RegisterNumber? number = null;
        if (!string.IsNullOrWhiteSpace(Ask.Number) && !RegisterNumber.TryParse(Ask.Number, out number, actor.Today.Year))
            ModelState.AddModelError("number", desk.Say["filter.number.bad"]);
        List = await register.ListAsync(actor, Ask.ToFilter(number), new RegisterCursor(Ask.Older, Ask.Newer));
    }

    /// <summary>The same question on another page; null where there is none.</summary>
    public string? PageAddress(RegisterCursor? cursor) => cursor is null ? null : desk.Address("/desk/appeals" + Ask.ToQuery(cursor));
}
