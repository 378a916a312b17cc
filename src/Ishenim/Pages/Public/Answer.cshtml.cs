using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Boxes;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Public.Forms;
using Ishenim.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Pages.Public;

/// <summary>The writer's side of a letter: the code opens it, and each post brings the code again.</summary>
public sealed class AnswerModel(WriterDesk desk, WriterThread threads, SayingNotHelped notHelped, Once<int> once, DatabaseGate database, TimeProvider time) : PublicPage(desk)
{
    /// <summary>Set once the code has opened a letter.</summary>
    public OpenThread? Thread { get; private set; }

    /// <summary>The key of what was done just now; null where nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>That the letter of this code was not taken from the box yet, or was destroyed after its term; null where that is not so.</summary>
    public string? InBox { get; private set; }

    /// <summary>What the last message typed was, where it still has to be sent.</summary>
    public string Typed => Done == "answer.more.sent" ? "" : Form["text"];

    public IActionResult OnGet() => HasSchool ? Page() : Redirect("~/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HasSchool)
            return NotFound();
        var free = await ReadFormAsync();
        if (!free)
            return Busy();
        if (Form.Faults.HasFlag(FileFaults.NotKept))
            return Unavailable();
        if (Form["step"] == "language" && Form["code"].Length == 0)
            return Again(StatusCodes.Status200OK);
        if (!ReceiptCode.TryParse(Form["code"], out var code))
            return Wrong(Form["code"].Length == 0 ? "answer.code.missing" : "answer.code.typo", StatusCodes.Status400BadRequest);
        try
        {
            Thread = await threads.OpenAsync(School, code, HttpContext.RequestAborted);
        }
        catch (StretchQueueFull)
        {
            return Busy();
        }
        catch (LetterDestroyed)
        {
            InBox = Say["refusal.LetterDestroyed"];
            return Again(StatusCodes.Status200OK);
        }
        catch (LetterStillInBox)
        {
            return await InBoxAsync();
        }
        if (Thread is null)
            return Wrong("answer.code.unknown", StatusCodes.Status404NotFound);
        Response.RegisterForDispose(Thread);
        return await StepAsync(Thread);
    }

    /// <summary>The code of a printed sheet: its letter waits for the next opening.</summary>
    private async Task<IActionResult> InBoxAsync()
    {
        InBox = Say["answer.box"];
        var today = School.Clock(time).Today;
        if ((await database.Sql(School.Id).BoxesDueAsync(School)).Min(box => box.ComingBy(today)) is { } next)
            InBox += " " + Say["answer.box.next", ("date", next)];
        return Again(StatusCodes.Status200OK);
    }

    private async Task<IActionResult> StepAsync(OpenThread thread)
    {
        if (Guid.TryParseExact(Form["file"], "N", out var file))
            return await FileAsync(thread, file);
        return Form["step"] switch
        {
            "language" => Again(StatusCodes.Status200OK),
            "sign" => await SignAsync(thread),
            "nothelped" => await NotHelpedAsync(thread),
            "send" => await AddAsync(thread),
            _ when Form["text"].Length > 0 || Form.Files.Count > 0 || Form.Faults != FileFaults.None => await AddAsync(thread),
            _ => Page(),
        };
    }

    private async Task<IActionResult> AddAsync(OpenThread thread)
    {
        var whole = $"{School.Id} {thread.Appeal} {Form.Whole}";
        if (once.TryFind(Form["nonce"], whole, out var before))
        {
            await before;
            return await AddedBeforeAsync();
        }
        var fields = new LetterFields(Say, Desk.Words, ModelState);
        var text = fields.Text(Form, School, Form.Files.Count > 0 ? "" : Say["answer.more.empty"]);
        fields.AddFileFaults(Form, School);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        var message = new NewMessage { Text = text, Draft = Form.Draft, Files = Form.Files };
        var (_, first) = await once.DoAsync(Form["nonce"], whole, async () =>
        {
            await threads.AddAsync(School, thread, message, CancellationToken.None);
            return 0;
        });
        return first ? Finish("answer.more.sent") : await AddedBeforeAsync();
    }

    private async Task<IActionResult> AddedBeforeAsync()
    {
        await Desk.Reader.DropAsync(Form);
        return Finish("answer.more.sent");
    }

    private async Task<IActionResult> SignAsync(OpenThread thread)
    {
        var identity = new LetterFields(Say, Desk.Words, ModelState).Identity(Form, School);
        if (identity is null || !ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        await threads.SignAsync(School, thread, identity);
        return Finish("answer.sign.done");
    }

    /// <summary>Said twice by an impatient finger, it is said once, and the page says so both times.</summary>
    private async Task<IActionResult> NotHelpedAsync(OpenThread thread)
    {
        var why = new LetterFields(Say, Desk.Words, ModelState).Why(Form, School);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        if (!await notHelped.SayAsync(School, thread, why) && !thread.SaidNotHelped)
            return Page();
        return Finish("answer.nothelped.sent");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Finish(string done)
    {
        Done = done;
        Form.Finish();
        return Page();
    }

    private async Task<IActionResult> FileAsync(OpenThread thread, Guid id)
    {
        var write = await threads.FileAsync(School, thread, id, HttpContext.RequestAborted);
        var file = thread.Messages.SelectMany(message => message.Files).SingleOrDefault(one => one.Id == id);
        return write is null || file is null ? NotFound() : new SealedFileResult(file.Facts, write);
    }

    private IActionResult Wrong(string key, int status)
    {
        ModelState.AddModelError("code", Say[key]);
        return Again(status);
    }
}
