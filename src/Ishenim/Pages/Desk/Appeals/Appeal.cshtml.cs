using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>A letter: its talk on the left, its official side on the right.</summary>
public sealed partial class AppealModel(
    AppealReading reading, AppealHistory history, AppealConsidering considering, AppealAnswering answering, AppealIdentity identity, AppealAccess access, Transcribing transcribing, NoticeBoard board,
    Extending extending, WriterAsking asking, Measuring measuring, Ending ending, Reopening reopening, DeskView desk)
    : PageModel, IShowsAgain
{
    private static readonly string[] Reports = ["taken", "classified", "draft", "answered", "noted", "closed", "granted", "transcribed", "shown", "board",
        "extended", "measured", "cancelled", "reopened", "forwarded", "recalled", "widened", "passed", "replied", "asked", "again", "desk", "agenda", "offagenda"];

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    public OpenLetter Letter { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public IReadOnlyList<JournalLine> History { get; private set; } = [];

    /// <summary>Shown once, in the answer to a post; null: not asked for.</summary>
    public IReadOnlyList<Identity>? Writers { get; private set; }

    /// <summary>What hangs on the notice board; null: nothing does.</summary>
    public BoardAnswer? Board { get; private set; }

    /// <summary>Whom the reply names that was not sent for it; empty: nobody.</summary>
    public string Others { get; private set; } = "";

    public DeskView Desk => desk;

    /// <summary>Whether this person may write what readers keep among themselves: notes, drafts.</summary>
    public bool HoldsDesk => !Letter.WithoutDesk.Contains(desk.Actor.Person);

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["done." + Done] : null;

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    /// <summary>What was chosen in a form that is shown again, else what stands.</summary>
    public T ChosenOr<T>(string field, T present)
        where T : struct, Enum =>
        ModelState.TryGetValue(field, out var entry) && Enum.TryParse<T>(entry.AttemptedValue, out var chosen) ? chosen : present;

    private AppealId Appeal => new(Id);

    public async Task<IActionResult> OnGetAsync([FromServices] RetentionDesk retention) => await LoadAsync() ? Page()
        : await retention.DestroyedAsync(desk.Actor, Appeal) is not null ? LocalRedirect(desk.Address($"/desk/retention/letters/{Id}"))
        : NotFound();

    public async Task ShowAgainAsync()
    {
        if (!await LoadAsync())
            throw new InvalidOperationException("The letter went while it was at hand.");
    }

    private async Task<bool> LoadAsync()
    {
        if (await reading.ReadAsync(desk.Actor, Appeal) is not { } letter)
            return false;
        Letter = letter;
        Names = await desk.NamesAsync();
        History = await history.OfAsync(desk.Actor, Appeal);
        Board = letter.HasCode ? null : await board.FindAsync(desk.Actor, Appeal);
        return true;
    }

    /// <summary>Back to the letter, with a line that says what was done; 404 where the letter is not there for this person.</summary>
    private IActionResult Back(bool found, string done) =>
        found ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done={done}")) : NotFound();

    private async Task<IActionResult> AgainAsync(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return await LoadAsync() ? Page() : NotFound();
    }
}
