using Ishenim.Core.Appeals.Consideration;
using Ishenim.Words;

namespace Ishenim.Pages.Public;

/// <summary>How a writer is told of a step: plain words, and nothing that tells of other letters.</summary>
internal static class StepWords
{
    public static string Of(this Say say, Step step) => say["answer.step." + step.Kind switch
    {
        StepKind.Extended => "extended",
        StepKind.Reopened or StepKind.ConsideredAgain => "reopened",
        StepKind.PassedOn => "passed",
        StepKind.Asked => "asked",
        StepKind.Resumed => "resumed",
        StepKind.Answered => "answered",
        StepKind.Closed => Words(step.Outcome),
        _ => "cancelled",
    }];

    public static string Of(this Say say, LawGround ground) => say["lawground." + ground switch
    {
        LawGround.Insults => "insults",
        LawGround.Violence => "violence",
        LawGround.NothingConcrete => "nothing",
        _ => "noname",
    }];

    private static string Words(Outcome? outcome) => outcome switch
    {
        Outcome.WellFounded => "founded",
        Outcome.Partly => "partly",
        Outcome.NotConfirmed => "unconfirmed",
        Outcome.ProposalTakenUp => "takenup",
        Outcome.ProposalNotTakenUp => "nottakenup",
        Outcome.NotOurCompetence => "elsewhere",
        Outcome.WithoutConsideration => "without",
        _ => "closed",
    };
}
