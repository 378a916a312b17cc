using Ishenim.Core.Appeals.NotHelped;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    public async Task<IActionResult> OnPostAgainAsync(int version, [FromServices] ConsideringAgain again) =>
        Back(await again.ConsiderAsync(desk.Actor, Appeal, version), "again");

    public async Task<IActionResult> OnPostDeskAsync([FromServices] ConsideringAgain again) =>
        Back(await again.GiveDeskAsync(desk.Actor, Appeal), "desk");
}
