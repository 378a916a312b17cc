using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Answers;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.IdentityRequests;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Desk.Appeals;

public sealed partial class AppealModel
{
    public async Task<IActionResult> OnPostTakeUpAsync(int version) =>
        Back(await considering.TakeUpAsync(desk.Actor, Appeal, version), "taken");

    public async Task<IActionResult> OnPostClassifyAsync(Kind kind, Subject subject, int version) => !ModelState.IsValid
        ? BadRequest()
        : Back(await considering.ClassifyAsync(desk.Actor, Appeal, new Classification { Kind = kind, Subject = subject, Version = version }), "classified");

    public async Task<IActionResult> OnPostDraftAsync(string? answer, int draft) =>
        Typed(answer).Length > AppealAnswering.TextLength
            ? await AgainAsync(nameof(answer), TooLong(answer))
            : Back(await answering.SaveDraftAsync(desk.Actor, Appeal, Typed(answer), draft), "draft");

    /// <param name="answer">The reply as typed.</param>
    /// <param name="version">The letter's version as it was shown.</param>
    /// <param name="anyway">Whether it is sent although it names others.</param>
    /// <param name="shown">Those others who were pointed at when it was said; whoever is named since is pointed at first.</param>
    public Task<IActionResult> OnPostAnswerAsync(string? answer, int version, bool anyway, string? shown) => SendAsync(
        answer, anyway ? shown : null, async text => Back(await answering.AnswerAsync(desk.Actor, Appeal, new NewAnswer { Text = text, Version = version }), "answered"));

    /// <summary>Sends it as a question: the term stands still until the writer answers.</summary>
    public Task<IActionResult> OnPostAskAsync(string? answer, int version, bool anyway, string? shown) => SendAsync(
        answer, anyway ? shown : null, async text => Back(await asking.AskAsync(desk.Actor, Appeal, new NewQuestion { Text = text, Version = version }), "asked"));

    private async Task<IActionResult> SendAsync(string? answer, string? shown, Func<string, Task<IActionResult>> sendAsync)
    {
        var text = Typed(answer);
        if (text.Trim().Length == 0)
            return await AgainAsync(nameof(answer), desk.Say["appeal.answer.empty"]);
        if (text.Length > AppealAnswering.TextLength)
            return await AgainAsync(nameof(answer), TooLong(answer));
        Others = string.Join(", ", await OthersInAsync(text));
        if (Others.Length > 0 && shown != Others)
            return await AgainAsync(nameof(answer), desk.Say["appeal.answer.others", ("found", Others)]);
        try
        {
            return await sendAsync(text);
        }
        catch (Refusal refusal) when (refusal is not AppealIsClosed)
        {
            // A rule said no: what was typed is kept as the draft, too, in case the window is closed now.
            await KeepAsync(text);
            throw;
        }
    }

    /// <summary>Whoever has the letter by its writer's word has no place for a draft: the page alone keeps what they typed.</summary>
    private async Task KeepAsync(string text)
    {
        try
        {
            await answering.SaveDraftAsync(desk.Actor, Appeal, text, version: null);
        }
        catch (DeskNotHeld)
        {
            return;
        }
    }

    public async Task<IActionResult> OnPostNoteAsync(string? note) => Typed(note).Trim().Length switch
    {
        0 => await AgainAsync(nameof(note), desk.Say["appeal.note.empty"]),
        > AppealAnswering.TextLength => await AgainAsync(nameof(note), TooLong(note)),
        _ => Back(await answering.AddNoteAsync(desk.Actor, Appeal, Typed(note)), "noted"),
    };

    /// <summary>The names stand in this one answer alone; nothing of them is in an address.</summary>
    public async Task<IActionResult> OnPostIdentityAsync(string? reason)
    {
        if (ModelState.Reason(nameof(reason), reason, desk.Say) is not { } words)
            return await AgainAsync();
        Writers = await identity.ShowAsync(desk.Actor, Appeal, words);
        ModelState.Remove(nameof(reason));
        return Writers is not null && await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostGrantAsync(Guid to) =>
        Back(await access.GrantAsync(desk.Actor, Appeal, new PersonId(to)), "granted");

    private static string Typed(string? text) => PlainText.Of(text);

    /// <summary>Names of the staff but one's own, phone numbers, addresses: who sends a reply looks at them once more.</summary>
    private async Task<IReadOnlyList<string>> OthersInAsync(string text) =>
        OthersInText.Find(text, (await desk.NamesAsync()).Where(one => one.Key != desk.Actor.Person).Select(one => one.Value));

    private string TooLong(string? text) => desk.Say["appeal.text.long", ("n", Typed(text).Length - AppealAnswering.TextLength)];
}
