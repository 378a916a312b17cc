using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>The services of the desk over a test's school.</summary>
internal sealed class DeskOf
{
    public DeskOf(TestSchool school)
    {
        School = school;
        var gate = school.Database.Gate;
        var desk = new AppealDesk(gate);
        (Reading, Considering, Answering) = (new AppealReading(desk), new AppealConsidering(desk), new AppealAnswering(desk));
        (Identity, Access, Files) = (new AppealIdentity(desk), new AppealAccess(desk), new AppealFiles(desk, school.Files));
        (Ending, Extending, Reopening, Measuring) = (new Ending(desk), new Extending(desk), new Reopening(desk), new Measuring(desk));
        (Forwarding, Given) = (new LetterForwarding(desk), new GivenLetters(desk, gate));
        (Widening, UrgentSteps) = (new Widening(desk), new UrgentSteps(desk));
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

    public Widening Widening { get; }

    public UrgentSteps UrgentSteps { get; }

    public AppealFiles Files { get; }

    public LetterForwarding Forwarding { get; }

    public GivenLetters Given { get; }

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
        await School.AcceptAsync(letter);
        return letter.Draft.Id;
    }
}
