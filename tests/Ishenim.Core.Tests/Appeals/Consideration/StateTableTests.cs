using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Core.Tests.Appeals.Asking;
using Ishenim.Core.Tests.Appeals.PassingOn;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Consideration;

/// <summary>Every state of a letter, and all that a reader may try in it: the state that follows, or the refusal.</summary>
public sealed class StateTableTests
{
    /// <summary>A new state or operation changes this table, and whoever adds it says here what it may do.</summary>
    private const string Table = """
        in        | Registered         | UnderConsideration | Answered           | Closed             | Cancelled
        take up   | UnderConsideration | !ChangedMeanwhile  | !ChangedMeanwhile  | !AppealIsClosed    | !AppealIsClosed
        classify  | Registered         | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        draft     | Registered         | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        note      | Registered         | UnderConsideration | Answered           | Closed             | Cancelled
        measure   | Registered         | UnderConsideration | Answered           | Closed             | Cancelled
        forward   | UnderConsideration | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        redact    | Registered         | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        pass on   | UnderConsideration | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        ask       | Registered         | UnderConsideration | !TermNotExtendable | !AppealIsClosed    | !AppealIsClosed
        extend    | Registered         | UnderConsideration | !TermNotExtendable | !AppealIsClosed    | !AppealIsClosed
        answer    | Answered           | Answered           | Answered           | !AppealIsClosed    | !AppealIsClosed
        close     | !AppealNotAnswered | !AppealNotAnswered | Closed             | !AppealIsClosed    | !AppealIsClosed
        cancel    | Cancelled          | Cancelled          | Cancelled          | !AppealIsClosed    | !AppealIsClosed
        join      | Registered         | UnderConsideration | Answered           | Closed             | !CancelledNotJoined
        part      | Registered         | UnderConsideration | Answered           | Closed             | !CancelledNotJoined
        as joined | !AppealNotAnswered | !AppealNotAnswered | Closed             | !AppealIsClosed    | !CancelledNotJoined
        tell      | Registered         | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        ask name  | Registered         | UnderConsideration | Answered           | !AppealIsClosed    | !AppealIsClosed
        reopen    | !AppealIsOpen      | !AppealIsOpen      | !AppealIsOpen      | UnderConsideration | UnderConsideration
        again     | !NothingToConsiderAgain | !NothingToConsiderAgain | UnderConsideration | UnderConsideration | !NothingToConsiderAgain
        """;

    private const string Reason = "Текшерүүгө дагы убакыт керек.";

    private static readonly AppealState[] States = Enum.GetValues<AppealState>();

    private static readonly (string Name, Func<DeskOf, Actor, OpenLetter, Task> Do)[] Operations =
    [
        ("take up", (desk, actor, letter) => desk.Considering.TakeUpAsync(actor, letter.Id, letter.Version)),
        ("classify", (desk, actor, letter) => desk.Considering.ClassifyAsync(actor, letter.Id, new Classification { Kind = Kind.Proposal, Subject = letter.Facts.Subject, Version = letter.Version })),
        ("draft", (desk, actor, letter) => desk.Answering.SaveDraftAsync(actor, letter.Id, "Жооптун башы.", version: null)),
        ("note", (desk, actor, letter) => desk.Answering.AddNoteAsync(actor, letter.Id, "Эскертүү.")),
        ("measure", (desk, actor, letter) => desk.Measuring.AddAsync(actor, letter.Id, Talk(actor))),
        ("forward", ForwardAsync),
        ("redact", (desk, actor, letter) => desk.Redacting.RedactAsync(actor, letter.Id, new NewRedaction { Blackened = [0], Version = letter.Version })),
        ("pass on", (desk, actor, letter) => desk.PassingOn.PassAsync(actor, letter.Id, PassingOnTests.ToTheOffice(letter.Version))),
        ("ask", (desk, actor, letter) => desk.Asking.AskAsync(actor, letter.Id, new NewQuestion { Text = "Качан болду?", Version = letter.Version })),
        ("extend", (desk, actor, letter) => desk.Extending.ExtendAsync(actor, letter.Id, new NewExtension { Until = Extending.Latest(desk.School.School, letter.Facts), Reason = Reason, Version = letter.Version })),
        ("answer", AnswerAsync),
        ("close", (desk, actor, letter) => desk.CloseAsync(actor, letter.Id, letter.Version)),
        ("cancel", CancelAsync),
        ("join", (desk, actor, letter) => JoinAsync(desk, actor, letter)),
        ("part", async (desk, actor, letter) => await desk.Joining.PartAsync(actor, letter.Id, await JoinAsync(desk, actor, letter))),
        ("as joined", CloseAsJoinedAsync),
        ("tell", (desk, actor, letter) => desk.UrgentSteps.TakeAsync(actor, letter.Id, new StepTaken { Step = UrgentStep.Police, Told = "102, кезекчи" })),
        ("ask name", AskForNameAsync),
        ("reopen", (desk, actor, letter) => desk.Reopening.ReopenAsync(actor, letter.Id, Reason, letter.Version)),
        ("again", AgainAsync),
    ];

    [Fact]
    public async Task EveryOperation_InEveryState_LeadsWhereTheTableSays()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        await AskingTests.SetAsync(desk, 10);
        var lines = new List<string> { Line("in", States.Select(state => $"{state}")) };
        foreach (var (name, operation) in Operations)
        {
            var cells = new List<string>();
            foreach (var state in States)
                cells.Add(await TryAsync(desk, state, operation));
            lines.Add(Line(name, cells));
        }

        Assert.Equal(Table.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    /// <summary>What follows when a letter in that state meets that operation; a refused one must have left it as it was.</summary>
    private static async Task<string> TryAsync(DeskOf desk, AppealState state, Func<DeskOf, Actor, OpenLetter, Task> operation)
    {
        var actor = desk.School.Responsible.Now(desk.School);
        var before = await BringToAsync(desk, actor, state);
        try
        {
            await operation(desk, actor, before);
        }
        catch (Refusal refusal)
        {
            var kept = (await desk.Reading.ReadAsync(actor, before.Id))!;
            Assert.Equal((before.Facts, before.Version, before.Steps.Count), (kept.Facts, kept.Version, kept.Steps.Count));
            return "!" + refusal.GetType().Name;
        }
        return $"{(await desk.Reading.ReadAsync(actor, before.Id))!.Facts.State}";
    }

    private static async Task<OpenLetter> BringToAsync(DeskOf desk, Actor actor, AppealState state)
    {
        var id = await desk.AcceptAsync(TestSchool.Letter("Терезе сынык.") with { Urgent = true, Identity = new Identity("Айнура Мисалова", "0555 010203") });
        async Task<OpenLetter> ReadAsync() => (await desk.Reading.ReadAsync(actor, id))!;
        var letter = await ReadAsync();
        if (state == AppealState.UnderConsideration)
            await desk.Considering.TakeUpAsync(actor, id, letter.Version);
        if (state is AppealState.Answered or AppealState.Closed)
            await AnswerAsync(desk, actor, letter);
        if (state == AppealState.Closed)
            await desk.CloseAsync(actor, id, (await ReadAsync()).Version);
        if (state == AppealState.Cancelled)
            await CancelAsync(desk, actor, letter);
        letter = await ReadAsync();
        Assert.Equal(state, letter.Facts.State);
        return letter;
    }

    private static Task<bool> AnswerAsync(DeskOf desk, Actor actor, OpenLetter letter) =>
        desk.Answering.AnswerAsync(actor, letter.Id, new NewAnswer { Text = "Оңдодук.", Version = letter.Version });

    private static Task<bool> ForwardAsync(DeskOf desk, Actor actor, OpenLetter letter) => desk.Forwarding.ForwardAsync(actor, letter.Id, new NewForwarding
    {
        To = [desk.School.Chair.Id], Commission = false, Lead = null, Text = "Терезени карап бериңиз.", DueOn = letter.Facts.DueOn, WithIdentity = false, Redacted = false, Version = letter.Version,
    });

    /// <summary>With a letter that just came.</summary>
    private static async Task<AppealId> JoinAsync(DeskOf desk, Actor actor, OpenLetter letter)
    {
        var other = await desk.AcceptAsync(TestSchool.Letter("Терезе дагы эле сынык."));
        await desk.Joining.JoinAsync(actor, letter.Id, RegisterNumber.Parse((await desk.Access.NumberAsync(actor, other))!));
        return other;
    }

    private static async Task CloseAsJoinedAsync(DeskOf desk, Actor actor, OpenLetter letter)
    {
        await JoinAsync(desk, actor, letter);
        var record = new ClosingRecord { Outcome = Outcome.JoinedToAnother, Ground = "", Lesson = "" };
        await desk.Ending.CloseAsync(actor, letter.Id, new NewClosing { Record = record, Version = letter.Version });
    }

    /// <summary>Its writer says that the answer did not help, where there is one.</summary>
    private static async Task AgainAsync(DeskOf desk, Actor actor, OpenLetter letter)
    {
        await desk.SayNotHelpedAsync(letter.Id);
        await desk.ConsideringAgain.ConsiderAsync(actor, letter.Id, letter.Version);
    }

    /// <summary>The signed name goes to readers when the letter comes: for one who comes later, it has to be asked for.</summary>
    private static async Task AskForNameAsync(DeskOf desk, Actor actor, OpenLetter letter)
    {
        await using (var db = desk.School.Database.Open(desk.School.Id))
            await db.Set<Grant>().Where(grant => grant.Appeal == letter.Id && grant.Recipient == actor.Person.Value && grant.Class == KeyClass.Identity).ExecuteDeleteAsync();
        await desk.NameAsking.AskAsync(actor, letter.Id, Reason);
    }

    private static Task<bool> CancelAsync(DeskOf desk, Actor actor, OpenLetter letter) => desk.Ending.CancelAsync(actor, letter.Id, new NewCancelling
    {
        Ground = CancelGround.Test, Reason = "Бул кат сыноо үчүн жазылган.", Version = letter.Version,
    });

    private static Measure Talk(Actor actor) => new()
    {
        Kind = MeasureKind.Talk, Text = "Сүйлөштүк.", Ground = "", By = "завуч", TakenOn = actor.Today, Result = "",
    };

    private static string Line(string name, IEnumerable<string> cells) =>
        string.Join(" | ", cells.Select(cell => cell.PadRight(18)).Prepend(name.PadRight(9))).TrimEnd();
}
