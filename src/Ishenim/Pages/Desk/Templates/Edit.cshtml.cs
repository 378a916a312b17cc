using Ishenim.Core.Appeals.Templates;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Templates;

/// <summary>
/// One template: a new one, one of the school's own (<c>?id=</c>), or the school's words in the place of a built-in one
/// (<c>?builtin=Received&amp;in=ky</c>).
/// </summary>
public sealed class EditModel(AnswerTemplates templates, TemplateBook book, DeskView desk) : PageModel, IShowsAgain
{
    [FromQuery]
    public Guid? Id { get; set; }

    [FromQuery(Name = "builtin")]
    public BuiltIn? BuiltIn { get; set; }

    [FromQuery(Name = "in")]
    public string? In { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public TemplateFields Template { get; set; } = new();

    /// <summary>What is changed; null: a new one, or one that went meanwhile.</summary>
    public OneTemplate? Present { get; private set; }

    public BuiltIn? Replaces => Present?.BuiltIn ?? BuiltIn;

    /// <summary>A text in the place of a built-in one keeps its language.</summary>
    public string? KeptLanguage => Replaces is null ? null : Present?.Language ?? In;

    /// <summary>This page, of the same template.</summary>
    public string Here => Id is { } id ? $"/desk/templates/edit?id={id}" : BuiltIn is { } builtIn ? $"/desk/templates/edit?builtin={builtIn}&in={In}" : "/desk/templates/edit";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!IsPossible() || (await LoadAsync() is null && Id is not null))
            return NotFound();
        Template = Present is { } present ? TemplateFields.Of(present) : new TemplateFields { Language = desk.Say.Language };
        Version = Present?.Own?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsPossible())
            return NotFound();
        await LoadAsync();
        Template.Language = KeptLanguage ?? Template.Language;
        if (Template.Read(ModelState, desk.Say) is not { } input)
            return Page();
        if (Id is { } id)
            await templates.ChangeAsync(desk.Actor, id, Version, input);
        else
            await templates.AddAsync(desk.Actor, input, BuiltIn);
        return LocalRedirect(desk.Address("/desk/templates?saved=true"));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (Id is not { } id)
            return NotFound();
        await templates.RemoveAsync(desk.Actor, id, Version);
        return LocalRedirect(desk.Address("/desk/templates?removed=true"));
    }

    /// <summary>With what was typed, and the version of now: who saves again has seen that another did.</summary>
    public async Task ShowAgainAsync()
    {
        ModelState.Remove(nameof(Version));
        await LoadAsync();
        Version = Present?.Own?.Version ?? Version;
    }

    /// <summary>Whether the address names one template, or none at all.</summary>
    private bool IsPossible() => BuiltIn is null
        ? !Request.Query.ContainsKey("builtin") && (Id is not null || !Request.Query.ContainsKey("id"))
        : Id is null && In is not null && WordBook.Languages.Contains(In);

    private async Task<OneTemplate?> LoadAsync()
    {
        if (Id is { } id)
            Present = (await book.AllAsync()).FirstOrDefault(one => one.Own?.Id == id);
        else if (BuiltIn is { } builtIn && In is { } language)
            Present = book.Of(builtIn, language);
        return Present;
    }
}
