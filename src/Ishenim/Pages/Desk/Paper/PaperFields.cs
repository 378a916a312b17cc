using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Boxes;
using Ishenim.Core.Slips;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Pages.Public.Forms;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Paper;

/// <summary>Turns the form of a letter on paper into the letter; what is wrong stands beside its field.</summary>
internal sealed class PaperFields(Say say, WordBook words, ModelStateDictionary faults)
{
    /// <summary>Null where something is wrong.</summary>
    public PaperLetter? Read(PostedForm form, DeskView desk, bool fromBox, DateOnly receivedOn)
    {
        var letter = new LetterFields(say, words, faults).Read(form, desk.School, ChannelOf(form, fromBox));
        var sheets = faults.Number("sheets", form["sheets"], 1, Opening.MostSheets, say);
        var (slip, closed) = (SlipOf(form, desk.School.Slug), form["closed"] == "true");
        RequireScans(form);
        if (closed && form["text"].Length + form.Files.Count > 0)
            faults.AddModelError("closed", say["paper.closed.read"]);
        if (closed && !form.All("about").Any(whom => whom is not ("" or "nobody")))
            faults.AddModelError("about", say["letter.closed.about"]);
        if (!closed && form["text"].Length + form.Files.Count == 0)
            faults.AddModelError("text", say["paper.text.empty"]);
        return letter is null || !faults.IsValid ? null : new PaperLetter
        {
            Letter = letter, Sheets = sheets!.Value, ReceivedOn = receivedOn, Slip = slip, Closed = closed,
            WantsCode = !fromBox, ReadBack = letter.Channel == Channel.Oral && form.Flag("readback"),
        };
    }

    private static Channel ChannelOf(PostedForm form, bool fromBox) => (fromBox, form["channel"]) switch
    {
        (true, _) => Channel.Box,
        (_, "hand") => Channel.ByHand,
        _ => Channel.Oral,
    };

    private SlipNumber? SlipOf(PostedForm form, string slug)
    {
        if (form["slip"].Length == 0)
            return null;
        var number = SlipMark.Read(form["slip"], slug, out var elsewhere);
        if (number is null)
            faults.AddModelError("slip", say[elsewhere ? "paper.slip.elsewhere" : "paper.slip.bad"]);
        return number;
    }

    /// <summary>A scan is a picture or a PDF, told by its first bytes and never by its name. Without one that was sent nothing is registered.</summary>
    private void RequireScans(PostedForm form)
    {
        if (form.Flag(TypedForm.FilesLost))
            faults.AddModelError("files", say["paper.files.lost"]);
        if (form.Faults.HasFlag(FileFaults.NotKept))
            faults.AddModelError("files", say["storage.later"]);
        if (form.Files.Any(file => file.Facts.Cleaning is CleaningResult.NotAPhoto))
            faults.AddModelError("files", say["paper.files.bad"]);
    }
}
