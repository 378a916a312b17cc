using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Slips;

/// <summary>The coded letter sheets that were printed, printing more, and declaring one void.</summary>
internal sealed class IndexModel(SlipMaking slips, DeskView desk, PaperGiving giving, PublicAddress address) : PageModel, IShowsAgain
{
    public DeskView Desk => desk;

    public bool May => SlipMaking.May(desk.Actor);

    public IReadOnlyList<SlipCount> Batches { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Count { get; set; } = "30";

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public int PerPage { get; set; } = 1;

    /// <summary>A sheet was just declared void.</summary>
    [FromQuery]
    public bool Voided { get; set; }

    public Task OnGetAsync() => ShowAgainAsync();

    /// <summary>Shows sheets for printing as they are made, this once: neither codes nor the printed page are kept.</summary>
    public async Task<IActionResult> OnPostPrintAsync()
    {
        if (CheckedCount() is not { } count)
            return await AgainAsync();
        var paper = Paper();
        await giving.StreamAsync(HttpContext, SlipSheetsForm.Of(paper), SlipSheetsForm.SheetsAsync(paper, SheetsAsync(count)));
        return new EmptyResult();
    }

    /// <summary>The same as a PDF, for a printer that is elsewhere; where there is no PDF, the view for printing.</summary>
    public async Task<IActionResult> OnPostPdfAsync()
    {
        if (CheckedCount() is not { } count)
            return await AgainAsync();
        var sheets = await SheetsAsync(count).ToListAsync(HttpContext.RequestAborted);
        return await giving.GiveAsync(HttpContext, SlipSheetsForm.Of(Paper(), sheets), "sheets", "pdf");
    }

    public async Task<IActionResult> OnPostVoidAsync()
    {
        var number = SlipMark.Read(Number ?? "", desk.School.Slug, out var elsewhere);
        if (number is null)
        {
            ModelState.AddModelError("number", desk.Say[elsewhere ? "paper.slip.elsewhere" : "paper.slip.bad"]);
            return await AgainAsync();
        }
        await slips.VoidAsync(desk.Actor, number);
        return LocalRedirect(desk.Address("/desk/slips?voided=true"));
    }

    /// <summary>Null where what was asked for is wrong, which then stands in the model state.</summary>
    private int? CheckedCount()
    {
        var count = ModelState.Number("count", Count, 1, SlipMaking.Most, desk.Say);
        if (!May)
            throw new OnlyKeepersPrintSlips();
        return ModelState.IsValid && (PerPage is 1 or 2) ? count : null;
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Page();
    }

    private SlipSheetsPaper Paper()
    {
        var language = PaperLanguages.Of(Language ?? desk.School.Language);
        return new SlipSheetsPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), AnswerAddress = address.Of(HttpContext, "/answer"), PerPage = PerPage,
        };
    }

    private async IAsyncEnumerable<SlipSheet> SheetsAsync(int count)
    {
        await foreach (var slip in slips.MakeAsync(desk.Actor, desk.School, count, HttpContext.RequestAborted))
            yield return new SlipSheet(slip.Number.ToString(), SlipMark.Of(desk.School.Slug, slip.Number), slip.Code.Digits);
    }

    public async Task ShowAgainAsync()
    {
        Batches = await slips.ListAsync(desk.Actor);
        Names = await desk.NamesAsync();
    }
}
