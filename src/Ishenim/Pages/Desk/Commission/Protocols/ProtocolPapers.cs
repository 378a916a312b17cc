using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The papers of the commission's meetings: protocols, extracts, the book of a year, the register of decisions. Scoped.</summary>
public sealed class ProtocolPapers(Core.Commission.Protocols protocols, DecisionsList decisions, DeskView desk, IshenimDb db, PaperGiving giving)
{
    public async Task<IActionResult> ProtocolAsync(HttpContext context, Guid meeting, string ending)
    {
        if (!IsEnding(ending) || await protocols.ReadAsync(desk.Actor, new MeetingId(meeting), printed: true) is not { } read)
            return new NotFoundResult();
        return await giving.GiveAsync(context, ProtocolForm.Of(read.Paper()), $"protocol-{read.Year.Begins}-{read.Form.Number}", ending);
    }

    public async Task<IActionResult> ExtractAsync(HttpContext context, Guid item, string ending)
    {
        if (!IsEnding(ending) || await protocols.ExtractAsync(desk.Actor, item) is not { } read)
            return new NotFoundResult();
        var place = read.Protocol.Form.Items.Select(one => one.Id).ToList().IndexOf(item);
        var document = ProtocolExtractForm.Of(read.Protocol.Paper(), ProtocolOnPaper.Item(read.Item, read.Minutes), place < 0 ? null : place + 1, desk.Actor.Today);
        return await giving.GiveAsync(context, document, $"extract-{read.Protocol.Year.Begins}-{read.Protocol.Form.Number}", ending);
    }

    public async Task<IActionResult> BookAsync(HttpContext context, SchoolYear year, string ending)
    {
        if (!IsEnding(ending))
            return new NotFoundResult();
        var language = PaperLanguages.Of(desk.School.Language);
        var contents = await db.Set<Meeting>().AsNoTracking().Where(one => one.Number != null && one.State != MeetingState.Cancelled && one.HeldOn >= year.FirstDay && one.HeldOn <= year.LastDay)
            .OrderBy(one => one.Number).Select(one => new { one.Number, one.HeldOn }).ToListAsync();
        var book = new ProtocolBookPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), SchoolYear = year.ToString(),
            Contents = contents.ConvertAll(one => new ProtocolBookLine(one.Number!.Value, one.HeldOn!.Value)),
            Protocols = [.. (await protocols.BookAsync(desk.Actor, year)).Select(read => read.Paper())],
        };
        return await giving.GiveAsync(context, ProtocolBookForm.Of(book), $"protocols-{year.Begins}", ending);
    }

    public async Task<IActionResult> DecisionsAsync(HttpContext context)
    {
        var language = PaperLanguages.Of(desk.School.Language);
        var paper = new DecisionsRegisterPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), On = desk.Actor.Today, Rows = [.. (await decisions.AllAsync()).Select(Row)],
        };
        return await giving.GiveAsync(context, DecisionsRegisterForm.Of(paper), "decisions", "xlsx");
    }

    private static bool IsEnding(string ending) => ending is "html" or "pdf" or "docx";

    private static DecisionRow Row(ListedDecision one) => new()
    {
        Protocol = one.Protocol, Date = one.HeldOn, Number = one.Number, Text = one.Row.Text, Owner = one.Owner, DueOn = one.Row.DueOn, EndedOn = one.Row.EndedOn, Evidence = one.Row.Evidence,
        State = one.Row.State switch
        {
            DecisionState.Done => PaperDecisionState.Done,
            DecisionState.Dropped => PaperDecisionState.Dropped,
            _ => PaperDecisionState.Open,
        },
    };
}
