using System.Globalization;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Appeals.OnPaper;

/// <summary>Registers letters from the box, oral ones and those brought by hand, in the one register (F3, X6).</summary>
public sealed class PaperLetters(DatabaseGate database, ReceiptPool receipts, StagedFiles files, TimeProvider time)
{
    private const string ReadBack = " read-back";

    /// <summary>Whether a line tells that what was said was read back to who said it.</summary>
    public static bool IsReadBack(JournalLine line) => line.Verb == JournalVerb.LetterRegistered && line.Detail?.EndsWith(ReadBack, StringComparison.Ordinal) == true;

    /// <summary>Makes ready what must not wait inside a transaction: a code, and the scans' place in the store.</summary>
    /// <exception cref="SchoolNotOpen">The school has not opened yet.</exception>
    /// <exception cref="StretchQueueFull">No code is ready, and too many wait for one.</exception>
    public async Task<PreparedPaper> PrepareAsync(Actor actor, School school, PaperLetter letter)
    {
        if (school.OpenedOn is null)
            throw new SchoolNotOpen();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(letter.ReceivedOn, actor.Today, nameof(letter));
        var receipt = letter.WantsCode && letter.Slip is null ? await receipts.TakeAsync(school) : null;
        await files.KeepAsync(school.Id, letter.Letter.Files, CancellationToken.None);
        return new PreparedPaper(letter, receipt, new Arrival(school, letter.Letter, actor.Person)
        {
            // Whoever registers it reads the code from the screen.
            Writer = receipt is null ? null : WriterAccess.ByCode(receipt, actor.Person), ReceivedOn = letter.ReceivedOn,
        });
    }

    /// <summary>Registers it in a transaction of its own.</summary>
    public async Task<Registered> RegisterAsync(Actor actor, PreparedPaper paper)
    {
        await using var db = database.Open(actor.School);
        var registered = await database.InTransactionAsync(db, () => AddAsync(db, actor, paper));
        await ForgetAsync(paper);
        return registered;
    }

    /// <summary>Registers it inside the caller's transaction; call <see cref="ForgetAsync"/> once that is committed.</summary>
    /// <exception cref="LetterAlreadyArrived">The form was sent twice.</exception>
    /// <exception cref="NobodyMayRead">Whoever could read it is kept from it.</exception>
    /// <exception cref="SlipUnknown">No sheet has that number.</exception>
    /// <exception cref="SlipUsed">A letter has it already.</exception>
    /// <exception cref="SlipIsVoid">It was declared void.</exception>
    public async Task<Registered> AddAsync(IshenimDb db, Actor actor, PreparedPaper paper)
    {
        var arrival = paper.Arrival;
        if (paper.Letter.Slip is { } slip)
            arrival.Writer = await db.TakeSlipAsync(slip);
        await db.RegisterAsync([arrival], time);
        if (arrival.Refused is { } refusal)
            throw refusal;
        await JournalAsync(db, actor, paper);
        return new Registered(
            arrival.Id, RegisterNumber.Parse(arrival.Facts.Number), arrival.Facts.DueOn, arrival.Writer is null ? null : paper.Receipt?.Code,
            arrival.Writer is null, arrival.Choice.Readers.Any(reader => reader.Id == actor.Person));
    }

    /// <summary>The commit is done: what is still staged of the scans goes.</summary>
    public Task ForgetAsync(PreparedPaper paper) => files.ForgetAsync(paper.Letter.Letter.Files);

    /// <summary>Who told or brought a letter stands there: then the journal has the day alone, as of any arrival.</summary>
    private static async Task JournalAsync(IshenimDb db, Actor actor, PreparedPaper paper)
    {
        var arrival = paper.Arrival;
        List<Act> acts = [new Act(actor.Person, JournalVerb.LetterRegistered, arrival.Id, Detail: DetailOf(paper.Letter))];
        // Whom the letter must be kept from had to read it to know: the journal says so.
        if (!paper.Letter.Closed && arrival.Choice.Excluded.Contains(actor.Person))
            acts.Add(new Act(actor.Person, JournalVerb.LetterReadAtBox, arrival.Id));
        if (paper.Letter.Letter.Channel is Channel.Oral or Channel.ByHand)
            await db.JournalArrivalsAsync(actor.Today, acts);
        else
            foreach (var act in acts)
                await db.JournalActAsync(actor.At, actor.Today, act);
    }

    /// <summary>How it came, never what it says.</summary>
    private static string DetailOf(PaperLetter letter) => string.Create(
        CultureInfo.InvariantCulture,
        $"channel:{letter.Letter.Channel} sheets:{letter.Sheets}{(letter.Closed ? " closed" : "")}{(letter.ReadBack ? ReadBack : "")}");
}

/// <summary>A letter ready to be registered; its keys are wiped when it is disposed.</summary>
public sealed class PreparedPaper : IDisposable
{
    internal PreparedPaper(PaperLetter letter, FreshReceipt? receipt, Arrival arrival) => (Letter, Receipt, Arrival) = (letter, receipt, arrival);

    internal PaperLetter Letter { get; }

    internal FreshReceipt? Receipt { get; }

    internal Arrival Arrival { get; }

    public void Dispose() => Arrival.Dispose();
}
