using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.PassingOn;

/// <summary>Keeps what a body wrote back about a letter that was passed on to it.</summary>
public sealed class ReplyModel(LetterPassingOn passing, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public int Sequence { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public SentLetter Sent { get; private set; } = null!;

    public DateOnly Today => desk.Actor.Today;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        Text = PlainText.Of(Text).Trim();
        var day = ModelState.Day("on", On, desk.Say);
        ModelState.FitsIn("text", Text, BodyReply.TextLength, desk.Say);
        if (!ModelState.IsValid)
            return await OnGetAsync();
        try
        {
            var reply = new BodyReply { To = Sequence, ReceivedOn = day!.Value, Text = Text };
            return await passing.ReplyAsync(desk.Actor, new AppealId(Id), reply) ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done=replied")) : NotFound();
        }
        catch (ReplyDayNotPossible refusal)
        {
            ModelState.AddModelError("on", desk.Say.Of(refusal));
            return await OnGetAsync();
        }
    }

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<bool> LoadAsync()
    {
        if (await passing.SentAsync(desk.Actor, new AppealId(Id), Sequence) is not { } sent)
            return false;
        Sent = sent;
        return true;
    }
}
