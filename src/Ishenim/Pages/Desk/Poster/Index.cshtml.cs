using Ishenim.Documents;
using Ishenim.Pages.Public;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Poster;

/// <summary>Where staff choose the poster's language, size and kind of file.</summary>
public sealed class IndexModel(ReaderPosts posts, Say say) : PageModel
{
    public bool IsThere { get; private set; }

    public IReadOnlyList<(string Code, string Name)> Languages { get; } = [("ky", say["poster.kyrgyz"]), ("ru", say["poster.russian"])];

    public IReadOnlyList<PaperSize> Sizes { get; } = [PaperSize.A4, PaperSize.A3];

    public async Task OnGetAsync() => IsThere = await posts.OfAsync([]) is not null;
}
