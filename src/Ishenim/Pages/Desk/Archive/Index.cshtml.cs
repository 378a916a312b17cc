using System.Globalization;
using Ishenim.Core.Appeals.Archiving;
using Ishenim.Pages.Desk.Account;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Desk.Archive;

/// <summary>Hands the letters of a year over to the archive, as one folder in a ZIP file that is sent as it is made.</summary>
public sealed class IndexModel(ArchiveMaking making, ArchiveFolder folder, DeskView desk) : PageModel, IShowsAgain
{
    [BindProperty]
    public ArchiveFields Archive { get; set; } = new();

    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    /// <summary>Each year with the number of letters that this person could hand over; the newest first.</summary>
    public IReadOnlyList<(int Year, int Letters)> Years { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        if (Archive.Read(ModelState, Years.Select(year => year.Year), desk.Say) is not { } order)
            return Page();
        var work = await making.BeginAsync(desk.Actor, order, Proof.Read());
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = string.Create(CultureInfo.InvariantCulture, $"archive-{order.Year}.zip") }.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // The few bytes behind each file of a ZIP are written at once, whatever the way its stream is closed.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await folder.WriteAsync(Response.Body, work, HttpContext.RequestAborted);
        return new EmptyResult();
    }

    public async Task ShowAgainAsync()
    {
        var years = new List<(int, int)>();
        for (var year = desk.Actor.Today.Year; year >= desk.School.CreatedOn.Year; year--)
            if (await making.CountAsync(desk.Actor, year) is > 0 and var letters)
                years.Add((year, letters));
        Years = years;
    }
}
