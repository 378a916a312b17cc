using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    public async Task<IActionResult> OnPostTranscriptAsync(string? transcript) => Typed(transcript).Trim().Length switch
    {
        0 => await AgainAsync(nameof(transcript), desk.Say["paper.text.empty"]),
        > AppealAnswering.TextLength => await AgainAsync(nameof(transcript), TooLong(transcript)),
        _ => Back(await transcribing.WriteAsync(desk.Actor, Appeal, Typed(transcript).Trim()), "transcribed"),
    };

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
