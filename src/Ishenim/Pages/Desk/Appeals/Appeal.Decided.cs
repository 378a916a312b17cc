using Ishenim.Core.Commission;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    /// <summary>Shows the letter again with what the commission decided after what was typed, said in the letter's language; nothing is kept or sent by that.</summary>
    /// <param name="answer">The reply as typed.</param>
    /// <param name="item">The item of the agenda.</param>
    /// <param name="decisions">What was decided.</param>
    /// <param name="words">The languages.</param>
    public async Task<IActionResult> OnPostDecisionAsync(string? answer, Guid item, [FromServices] LetterDecisions decisions, [FromServices] WordBook words)
    {
        if (!await LoadAsync() || (await decisions.OfAsync(desk.Actor, Appeal)).FirstOrDefault(one => one.Item == item) is not { } decided)
            return NotFound();
        var say = words.In(Letter.Language);
        var lines = decided.Texts.Count == 1 ? decided.Texts : decided.Texts.Select((text, i) => $"{i + 1}. {text}");
        ShowReply(After(Typed(answer), string.Join('\n', lines.Prepend(say["decision.answer", ("date", say.Date(decided.HeldOn))]))));
        return Page();
    }
}
