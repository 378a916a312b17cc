using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Revealing;
using Ishenim.Core.Attachments;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Staff;
using Ishenim.Pages.Public.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Public;

/// <summary>Where a letter is written. Sending answers with the code itself: no redirect, so that no code is in an address.</summary>
public sealed class WriteModel(WriterDesk desk, ReaderPosts posts, LetterBox letters, ReceiptPool receipts, Once<Receipt> once) : PublicPage(desk)
{
    /// <summary>Set once the letter is accepted.</summary>
    public Receipt? Receipt { get; private set; }

    /// <summary>Who will read it; null where nobody could.</summary>
    public string? Readers { get; private set; }

    /// <summary>False where the database could not be asked.</summary>
    public bool KnowsReaders { get; private set; }

    /// <summary>What may show who the writer is.</summary>
    public IReadOnlyList<RevealingWord> Revealing { get; private set; } = [];

    /// <summary>Files that may show it, and could not be cleaned.</summary>
    public IReadOnlyList<AttachmentFacts> Telling { get; private set; } = [];

    /// <summary>The writer asked to look before sending.</summary>
    public bool Looking { get; private set; }

    public bool IsOpen => School.OpenedOn is not null;

    /// <summary>Whether the page still has to point at revealing words, once, when Send is pressed.</summary>
    public bool AsksOnce { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!HasSchool)
            return Redirect("~/");
        if (IsOpen)
            receipts.Warm(School);
        await TellReadersAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HasSchool)
            return NotFound();
        var free = await ReadFormAsync();
        AsksOnce = Form.Has("check");
        if (!WantsJson)
            await TellReadersAsync();
        if (!free)
            return Busy();
        if (Form.Faults.HasFlag(FileFaults.NotKept))
            return Unavailable();
        return Form["step"] switch
        {
            "language" => Again(StatusCodes.Status200OK),
            "check" => Look(),
            _ => await SendAsync(),
        };
    }

    /// <summary>Only the sentence about who will read it, for the script; asks nothing of the flood's measure.</summary>
    public async Task<IActionResult> OnPostReadersAsync()
    {
        if (!HasSchool)
            return NotFound();
        // The script sends the choice and nothing else.
        if (Request.ContentLength is not <= FormLimits.FieldBytes)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        await ReadFormAsync(takeFiles: false);
        await TellReadersAsync();
        return Partial("_Readers", this);
    }

    private async Task TellReadersAsync()
    {
        Readers = await posts.OfAsync(LetterFields.KnownAbout(Form));
        KnowsReaders = true;
    }

    private IActionResult Look()
    {
        (Looking, AsksOnce) = (true, false);
        FindRevealing();
        new LetterFields(Say, Desk.Words, ModelState).AddFileFaults(Form, School);
        return Again(StatusCodes.Status200OK);
    }

    private async Task<IActionResult> SendAsync()
    {
        try
        {
            // Asked first: the files that an earlier post kept are gone once its letter is accepted.
            if (once.TryFind(Form["nonce"], Whole, out var before))
                return await SentBeforeAsync(await before);
            var letter = new LetterFields(Say, Desk.Words, ModelState).Read(Form, School);
            if (letter is null)
                return Again(StatusCodes.Status400BadRequest);
            return Asks() ? Again(StatusCodes.Status200OK) : await AcceptAsync(letter);
        }
        catch (StretchQueueFull)
        {
            return Busy();
        }
        catch (NobodyMayRead)
        {
            return Refuse("about", Say["write.nobody"] + " " + Say["write.nobody.where"]);
        }
        catch (SchoolNotOpen)
        {
            return Refuse("", Say["land.closed.title"]);
        }
        catch (LetterAlreadyArrived)
        {
            return await StartAnewAsync();
        }
    }

    /// <summary>Points, once, at what may show who an anonymous writer is.</summary>
    private bool Asks()
    {
        if (!AsksOnce)
            return false;
        FindRevealing();
        AsksOnce = Revealing.Count + Telling.Count == 0;
        return !AsksOnce;
    }

    private void FindRevealing()
    {
        if (Form.Flag("signed"))
            return;
        Revealing = RevealingWords.Find(Form["text"]);
        Telling = Form.Files.Select(file => file.Facts).Where(facts => facts.Cleaning is CleaningResult.CouldNotClean or CleaningResult.MayNameItsAuthor).ToList();
    }

    private async Task<IActionResult> AcceptAsync(NewLetter letter)
    {
        // Once it is all here the letter is accepted, even if the line breaks now: the retry gets the same code.
        var (receipt, first) = await once.DoAsync(
            Form["nonce"], Whole, () => letters.AcceptAsync(School, letter, CancellationToken.None));
        return first ? Sent(receipt) : await SentBeforeAsync(receipt);
    }

    private async Task<IActionResult> SentBeforeAsync(Receipt receipt)
    {
        await Desk.Reader.DropAsync(Form);
        return Sent(receipt);
    }

    private IActionResult Sent(Receipt receipt)
    {
        Receipt = receipt;
        return WantsJson ? new JsonResult(new { receipt = receipt.Code.Digits }) : Page();
    }

    /// <summary>A letter that says, names or brings anything else is another letter, though its page has the same nonce.</summary>
    private string Whole => $"{School.Id} {Form.Whole}";

    private IActionResult Refuse(string field, string why)
    {
        ModelState.AddModelError(field, why);
        return Again(StatusCodes.Status409Conflict);
    }

    /// <summary>The page was sent again from the browser's history after its letter had arrived.</summary>
    private async Task<IActionResult> StartAnewAsync()
    {
        await Desk.Reader.DropAsync(Form);
        Form.Draft.Dispose();
        Form.Draft = LetterDraft.New();
        return Refuse("", Say["write.already"]);
    }
}
