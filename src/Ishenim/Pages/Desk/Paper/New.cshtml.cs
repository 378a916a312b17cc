using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Pages.Public.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Paper;

/// <summary>Registers what was told or brought by hand (X6); whoever brought it gets a code.</summary>
public sealed class NewModel(PaperView desk, Once<Registered> once) : PaperPage(desk)
{
    public override DateOnly ReceivedOn => Desk.Actor.Today;

    public override string Path => "/desk/paper";

    public void OnGet()
    {
        // An empty form.
    }

    /// <summary>Where the line broke before the code was seen, the same form sent again shows it: whoever brought the letter waits for it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadFormAsync())
            return Again();
        var (draft, who) = (Form.Draft.ToToken(), $"{Desk.School.Id} {Desk.Actor.Person}");
        // Asked first: the scans that an earlier post kept are gone once its letter is registered.
        if (once.TryFind(draft, who, out var before))
            return Show(await before);
        if (ReadLetter() is not { } letter)
            return Again();
        try
        {
            return Show((await once.DoAsync(draft, who, () => RegisterAsync(letter))).Outcome);
        }
        catch (LetterAlreadyArrived)
        {
            return LocalRedirect(Desk.Address("/desk/appeals"));
        }
    }

    private async Task<Registered> RegisterAsync(PaperLetter letter)
    {
        using var paper = await Papers.PrepareAsync(Desk.Actor, Desk.School, letter);
        return await Papers.RegisterAsync(Desk.Actor, paper);
    }

    private PageResult Show(Registered registered)
    {
        Done = registered;
        return Page();
    }
}
