using Ishenim.Core.Appeals.Searching;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Search;

/// <summary>Looks for words in letters. They come in a form, so that no address, history or log has them.</summary>
public sealed class IndexModel(LetterSearch search, DeskView desk) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Null: nothing is looked for.</summary>
    public SearchWords? Asked { get; private set; }

    public void OnPost()
    {
        if (SearchWords.TryParse(Words, out var asked))
            Asked = asked;
        else
            ModelState.AddModelError("words", desk.Say["search.bad", ("n", SearchWords.MostWords)]);
    }

    /// <summary>The hits as they are found, while the page is being sent.</summary>
    public IAsyncEnumerable<SearchHit> HitsAsync() => search.FindAsync(desk.Actor, Asked!);
}
