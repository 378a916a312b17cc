using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    public async Task<IActionResult> OnPostTranscriptAsync(string? transcript, string? slip)
    {
        var text = Typed(transcript).Trim();
        if (text.Length == 0)
            return await AgainAsync(nameof(transcript), desk.Say["paper.text.empty"]);
        if (text.Length > AppealAnswering.TextLength)
            return await AgainAsync(nameof(transcript), TooLong(transcript));
        var elsewhere = false;
        var number = string.IsNullOrWhiteSpace(slip) ? null : SlipMark.Read(slip, desk.School.Slug, out elsewhere);
        return number is null && !string.IsNullOrWhiteSpace(slip)
            ? await AgainAsync(nameof(slip), desk.Say[elsewhere ? "paper.slip.elsewhere" : "paper.slip.bad"])
            : Back(await transcribing.WriteAsync(desk.Actor, Appeal, text, number), "transcribed");
    }

    public async Task<IActionResult> OnPostOriginalAsync(Guid reader, string? why)
    {
        var words = Typed(why).Trim();
        if (words.Length < AppealIdentity.LeastReason)
            return await AgainAsync(nameof(why), desk.Say["appeal.identity.short", ("n", AppealIdentity.LeastReason)]);
        if (words.Length > AppealIdentity.MostReason)
            return await AgainAsync(nameof(why), desk.Say["appeal.identity.long", ("n", AppealIdentity.MostReason)]);
        return Back(await transcribing.ShowOriginalAsync(desk.Actor, Appeal, new PersonId(reader), words), "shown");
    }

    public async Task<IActionResult> OnPostBoardAsync(string? notice, bool isChecked, int version)
    {
        var text = Typed(notice).Trim();
        if (text.Length == 0)
            return await AgainAsync(nameof(notice), desk.Say["appeal.answer.empty"]);
        if (text.Length > BoardAnswer.TextLength)
            return await AgainAsync(nameof(notice), desk.Say["appeal.text.long", ("n", text.Length - BoardAnswer.TextLength)]);
        return isChecked
            ? Back(await board.PostAsync(desk.Actor, Appeal, new NewAnswer { Text = text, Version = version }), "board")
            : await AgainAsync(nameof(isChecked), desk.Say["board.unchecked"]);
    }
}
