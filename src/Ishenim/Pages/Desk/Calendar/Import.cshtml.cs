using System.Text;
using Ishenim.Core.Calendar;
using Ishenim.Core.Calendar.Exchange;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>Takes days from a calendar file: first what it would change is shown, then somebody says yes.</summary>
public sealed class ImportModel(CalendarKeeping keeping, DeskView desk) : PageModel
{
    /// <summary>The file as it was sent, which the page carries to the confirmation.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Null: no file was read yet.</summary>
    public CalendarPlan? Plan { get; private set; }

    public DeskView Desk => desk;

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null)
        {
            ModelState.AddModelError("file", desk.Say["form.file.missing"]);
            return Page();
        }
        if (file.Length > CalendarFileReader.MostBytes)
            return Refused(new CalendarFault(FileFault.TooLarge, 0));
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return Show(content.ToArray());
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var shown = Show(Encoding.UTF8.GetBytes(Text ?? ""));
        if (Plan is null || Plan.Changes.Count == 0)
            return shown;
        var moved = await keeping.ImportAsync(desk.Actor, [.. Plan.Changes.Select(change => change.Day)]);
        return LocalRedirect(desk.Address($"/desk/calendar?year={Plan.Changes[0].Day.Day.Year}&moved={moved}"));
    }

    private PageResult Show(byte[] file)
    {
        var reading = CalendarFileReader.Read(file);
        if (reading.Fault is { } fault)
            return Refused(fault);
        Plan = desk.School.Plan(reading.Events);
        Text = Encoding.UTF8.GetString(file);
        ModelState.Remove("text");
        return Page();
    }

    private PageResult Refused(CalendarFault fault)
    {
        ModelState.AddModelError("file", desk.Say.Of(fault));
        return Page();
    }
}
