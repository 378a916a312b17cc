using Ishenim.Core.Appeals;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Paper;

/// <summary>Registers what was told or brought by hand (X6); whoever brought it gets a code.</summary>
public sealed class NewModel(PaperView desk) : PaperPage(desk)
{
    public override DateOnly ReceivedOn => Desk.Actor.Today;

    public override string Path => "/desk/paper";

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is not { } letter)
            return Again();
        try
        {
            using var paper = await Papers.PrepareAsync(Desk.Actor, Desk.School, letter);
            Done = await Papers.RegisterAsync(Desk.Actor, paper);
            return Page();
        }
        catch (LetterAlreadyArrived)
        {
            return LocalRedirect(Desk.Address("/desk/appeals"));
        }
    }
}
