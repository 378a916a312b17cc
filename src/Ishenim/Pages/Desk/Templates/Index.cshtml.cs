using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Templates;

/// <summary>The templates of answers, by the language of the letters that they answer.</summary>
public sealed class IndexModel(TemplateBook book, DeskView desk) : PageModel
{
    public bool Saved { get; private set; }

    public bool Removed { get; private set; }

    public IReadOnlyList<OneTemplate> All { get; private set; } = [];

    public DeskView Desk => desk;

    public async Task OnGetAsync(bool saved, bool removed)
    {
        (Saved, Removed) = (saved, removed);
        All = await book.AllAsync();
    }

    /// <summary>Of one language, those for every subject first.</summary>
    public IEnumerable<OneTemplate> In(string language) =>
        All.Where(one => one.Language == language).OrderBy(one => one.Subject is not null).ThenBy(one => one.Subject);
}
