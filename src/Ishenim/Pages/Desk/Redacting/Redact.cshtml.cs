using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Schools;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Redacting;

/// <summary>The letter's text, each word of which can be blacked out, and the copy that comes of it.</summary>
[RequestFormLimits(ValueCountLimit = MostValues)]
public sealed class RedactModel(LetterRedacting redacting, DeskView desk) : PageModel, IShowsAgain
{
    /// <summary>Every word of the longest letter, and what else the form sends.</summary>
    public const int MostValues = (SchoolSettings.MostTextCharacters / 2) + 100;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    /// <summary>The places of the words that were chosen; null: nothing was sent yet.</summary>
    [BindProperty(Name = "black")]
    public IReadOnlyList<string>? Black { get; set; }

    public RedactableLetter Letter { get; private set; } = null!;

    public string MadeBy { get; private set; } = "";

    public bool IsFirst => Letter.Copy is null && Request.Method == HttpMethods.Get;

    public IReadOnlySet<int> Marked => (Request.Method == HttpMethods.Post ? Chosen() : Letter.Marked).ToHashSet();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        try
        {
            return await redacting.RedactAsync(desk.Actor, new AppealId(Id), new NewRedaction { Blackened = [.. Chosen()], Version = version })
                ? LocalRedirect(desk.Address($"/desk/appeals/{Id}/redact?done=redacted"))
                : NotFound();
        }
        catch (NothingBlackedOut refusal)
        {
            ModelState.AddModelError("black", desk.Say.Of(refusal));
            return await OnGetAsync();
        }
    }

    public Task ShowAgainAsync() => LoadAsync();

    /// <summary>What a broken form sends as a place says nothing.</summary>
    private IEnumerable<int> Chosen() => (Black ?? [])
        .Select(typed => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1);

    private async Task<bool> LoadAsync()
    {
        if (await redacting.OpenAsync(desk.Actor, new AppealId(Id)) is not { } letter)
            return false;
        Letter = letter;
        if (letter.Copy is { } copy)
            MadeBy = desk.NameIn(await desk.NamesAsync(), copy.Author);
        return true;
    }
}

/// <summary>The words of a letter, and which of them are blacked out.</summary>
public sealed record MarkedWords(LetterWords Text, IReadOnlySet<int> Marked);
