using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Demo;

/// <summary>Writes the demo's letters and takes each as far as it has got.</summary>
internal sealed class DemoWriting
{
    private readonly DatabaseGate _database;
    private readonly School _school;
    private readonly DemoClock _clock;
    private readonly LetterBox _letters;
    private readonly WriterThread _writers;
    private readonly AppealReading _reading;
    private readonly AppealConsidering _considering;
    private readonly AppealAnswering _answering;
    private readonly Ending _ending;

    public DemoWriting(DatabaseGate database, IAttachmentStore store, School school, DemoClock clock)
    {
        (_database, _school, _clock) = (database, school, clock);
        var files = new StagedFiles(store);
        var codes = new CodeStretching();
        _letters = new LetterBox(database, new ReceiptPool(0, codes), files, clock);
        _writers = new WriterThread(database, codes, files, store, clock);
        var desk = new AppealDesk(database);
        (_reading, _considering, _answering, _ending) = (new AppealReading(desk), new AppealConsidering(desk), new AppealAnswering(desk), new Ending(desk));
    }

    public async Task<ReceiptCode> WriteAsync(DemoLetter letter, Func<Role, Task<Actor>> actorOf)
    {
        _clock.Back = TimeSpan.FromDays(letter.DaysAgo);
        using var draft = LetterDraft.New();
        var receipt = await _letters.AcceptAsync(_school, Letter(letter, draft), CancellationToken.None);
        if (letter.State == AppealState.Registered)
            return receipt.Code;
        _clock.Back = TimeSpan.FromDays(Math.Max(0, letter.DaysAgo - 1));
        var reader = await actorOf(letter.About.Contains(About.Director) ? Role.Chair : Role.Responsible);
        await _reading.ReadAsync(reader, draft.Id);
        await _considering.TakeUpAsync(reader, draft.Id, await VersionAsync(draft.Id));
        if (letter.Answer is { } text)
            await _answering.AnswerAsync(reader, draft.Id, new NewAnswer { Text = text, Version = await VersionAsync(draft.Id) });
        if (letter.More is { } more)
            await AddAsync(receipt.Code, more);
        if (letter.State == AppealState.Closed)
            await CloseAsync(reader, draft.Id);
        if (letter.State == AppealState.Cancelled)
            await _ending.CancelAsync(reader, draft.Id, new NewCancelling { Ground = CancelGround.Test, Reason = "Бул кат сынап көрүү үчүн жазылган.", Version = await VersionAsync(draft.Id) });
        return receipt.Code;
    }

    /// <summary>No letter is closed over words of its writer that were not read.</summary>
    private async Task CloseAsync(Actor reader, AppealId id)
    {
        await _reading.ReadAsync(reader, id);
        await _ending.CloseAsync(reader, id, new NewClosing
        {
            Record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "Кыштын алдында терезелер текшерилет." }, Version = await VersionAsync(id),
        });
    }

    private static NewLetter Letter(DemoLetter letter, LetterDraft draft) => new()
    {
        Draft = draft, Text = letter.Text, Kind = letter.Kind, Subject = letter.Subject, Group = letter.Group, Channel = Channel.Web,
        Identity = letter.Identity, About = letter.About, Urgent = letter.Urgent, Language = "ky", Files = [],
    };

    private async Task AddAsync(ReceiptCode code, string text)
    {
        using var thread = await _writers.OpenAsync(_school, code, CancellationToken.None);
        using var draft = LetterDraft.New();
        await _writers.AddAsync(_school, thread!, new NewMessage { Text = text, Draft = draft, Files = [] }, CancellationToken.None);
    }

    private async Task<int> VersionAsync(AppealId id)
    {
        await using var db = _database.Open(_school.Id);
        return await db.Set<Appeal>().Where(appeal => appeal.Id == id).Select(appeal => appeal.Version).SingleAsync();
    }
}
