using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>The services of the desk over a test's school.</summary>
internal sealed class DeskOf
{
    private readonly Dictionary<AppealId, ReceiptCode> _codes = [];

    public DeskOf(TestSchool school)
    {
        School = school;
        var gate = school.Database.Gate;
        var desk = new AppealDesk(gate);
        (Reading, Considering, Answering) = (new AppealReading(desk), new AppealConsidering(desk), new AppealAnswering(desk));
        (Identity, Access, Files) = (new AppealIdentity(desk), new AppealAccess(desk), new AppealFiles(desk, school.Files));
        (Ending, Extending, Reopening, Measuring) = (new Ending(desk), new Extending(desk), new Reopening(desk), new Measuring(desk));
        (Forwarding, Given) = (new LetterForwarding(desk), new GivenLetters(desk, gate));
        (Widening, PassingOn, Asking, Joining) = (new Widening(desk), new LetterPassingOn(desk), new WriterAsking(desk), new LetterJoining(desk, gate));
        (ConsideringAgain, Writers) = (new ConsideringAgain(desk), new WriterThread(gate, new CodeStretching(), school.Staged, school.Files, school.Time));
        SayingNotHelped = new SayingNotHelped(gate, school.Time);
        UrgentSteps = new UrgentSteps(desk);
        Redacting = new LetterRedacting(desk);
        (Agendas, AgendaAccess, AgendaReading) = (new AgendaLetters(desk, gate), new AgendaAccess(gate), new AgendaReading(desk, gate));
        (Minuting, Decisions) = (new Minuting(desk, gate), new LetterDecisions(desk));
        (NameAsking, NameDeciding) = (new IdentityAsking(desk), new IdentityDeciding(gate));
        (NameGiving, NameStandings) = (new IdentityGiving(desk), new IdentityStandings(desk));
        (Register, Today, History) = (new Register(gate), new AppealToday(gate), new AppealHistory(gate));
    }

    public TestSchool School { get; }

    public AppealReading Reading { get; }

    public AppealConsidering Considering { get; }

    public AppealAnswering Answering { get; }

    public Ending Ending { get; }

    public Extending Extending { get; }

    public Reopening Reopening { get; }

    public Measuring Measuring { get; }

    public AppealIdentity Identity { get; }

    public AppealAccess Access { get; }

    public IdentityAsking NameAsking { get; }

    public IdentityDeciding NameDeciding { get; }

    public IdentityGiving NameGiving { get; }

    public IdentityStandings NameStandings { get; }

    public Widening Widening { get; }

    public LetterJoining Joining { get; }

    public ConsideringAgain ConsideringAgain { get; }

    public WriterThread Writers { get; }

    public SayingNotHelped SayingNotHelped { get; }

    public UrgentSteps UrgentSteps { get; }

    public LetterRedacting Redacting { get; }

    public AgendaLetters Agendas { get; }

    public AgendaAccess AgendaAccess { get; }

    public AgendaReading AgendaReading { get; }

    public Minuting Minuting { get; }

    public LetterDecisions Decisions { get; }

    public AppealFiles Files { get; }

    public LetterForwarding Forwarding { get; }

    public GivenLetters Given { get; }

    public LetterPassingOn PassingOn { get; }

    public WriterAsking Asking { get; }

    public Register Register { get; }

    public AppealToday Today { get; }

    public AppealHistory History { get; }

    /// <summary>Closes a letter as well-founded.</summary>
    public Task<bool> CloseAsync(Actor actor, AppealId id, int version) => Ending.CloseAsync(actor, id, new NewClosing
    {
        Record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "" }, Version = version,
    });

    /// <summary>Accepts a letter and says which it is.</summary>
    public async Task<AppealId> AcceptAsync(NewLetter letter)
    {
        _codes[letter.Draft.Id] = (await School.AcceptAsync(letter)).Code;
        return letter.Draft.Id;
    }

    /// <summary>The writer of an accepted letter comes back and says that the answer did not help.</summary>
    public async Task<bool> SayNotHelpedAsync(AppealId id, string why = "")
    {
        using var thread = await ThreadAsync(id);
        return await SayingNotHelped.SayAsync(School.School, thread, why);
    }

    /// <summary>An accepted letter as its writer sees it.</summary>
    public async Task<OpenThread> ThreadAsync(AppealId id) => (await Writers.OpenAsync(School.School, _codes[id], CancellationToken.None))!;
}
