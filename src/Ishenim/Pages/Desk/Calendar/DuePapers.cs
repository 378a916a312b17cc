using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>Prints what is due up to Sunday, overdue letters too, for the one who asks. Scoped.</summary>
public sealed class DuePapers(DeskView desk, DueLetters letters, IshenimDb db, WordBook words, PaperGiving giving)
{
    public async Task<IActionResult> GiveAsync(HttpContext context, string ending)
    {
        if (ending is not ("html" or "pdf" or "docx" or "xlsx"))
            return new NotFoundResult();
        var today = desk.Actor.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return await giving.GiveAsync(context, DueListForm.Of(await PaperAsync(monday, monday.AddDays(6))), $"due-{monday:yyyy-MM-dd}", ending);
    }

    private async Task<DueListPaper> PaperAsync(DateOnly monday, DateOnly sunday)
    {
        var (language, say) = (PaperLanguages.Of(desk.School.Language), words.In(desk.School.OfficialLanguage));
        var me = await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == desk.Actor.Person);
        var boxes = JournalBrowsing.SeesAll(desk.Actor) ? await db.BoxesDueAsync(desk.School) : [];
        return new DueListPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), From = monday, To = sunday, PrintedOn = desk.Actor.Today,
            Reader = new PaperPerson(me.Name, me.Post), Rows = [.. (await letters.PrintAsync(desk.Actor, sunday)).Select(row => Row(row, say))],
            Boxes = [.. boxes.Where(box => box.Due <= sunday).Select(box => new DueBox(new PaperBox($"{box.Number}", box.Place), box.Due))],
        };
    }

    /// <summary>Paper lies about: of a restricted letter it says its number and its days.</summary>
    private DueRow Row(RegisterRow row, Say say)
    {
        var facts = row.Facts!;
        return new DueRow(
            row.Number, facts.RegisteredOn, facts.DueOn, row.Restricted ? "—" : say.Of(facts.Subject), say.Of(facts.State), facts.Urgent,
            facts.DueOn < desk.Actor.Today ? Math.Max(1, desk.WorkingDays(facts.DueOn, desk.Actor.Today)) : 0);
    }
}
