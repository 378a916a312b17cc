using Ishenim.Core.Appeals;
using Ishenim.Pages.Desk.Templates;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    /// <summary>Whether a template was put into the reply just now.</summary>
    public bool PutIn { get; private set; }

    /// <summary>Shows the letter again with the template's text after what was typed; nothing is kept or sent by that.</summary>
    /// <param name="answer">The reply as typed.</param>
    /// <param name="template">Which one, as the list named it.</param>
    /// <param name="book">The templates.</param>
    public async Task<IActionResult> OnPostTemplateAsync(string? answer, string? template, [FromServices] TemplateBook book)
    {
        if (!await LoadAsync())
            return NotFound();
        if ((await book.ForAsync(Letter)).FirstOrDefault(one => one.Key == template) is { } found)
            ShowReply(After(Typed(answer), book.Filled(found, Letter.Facts)));
        else
            ModelState.AddModelError(nameof(template), desk.Say[string.IsNullOrEmpty(template) ? "template.choose.none" : "template.gone"]);
        return Page();
    }

    private void ShowReply(string text)
    {
        PutIn = true;
        ModelState.SetModelValue("answer", text, text);
        ModelState.Remove("template");
        if (text.Length > AppealAnswering.TextLength)
            ModelState.AddModelError("answer", TooLong(text));
    }

    private static string After(string typed, string text) => string.IsNullOrWhiteSpace(typed) ? text : $"{typed.TrimEnd()}\n\n{text}";
}
