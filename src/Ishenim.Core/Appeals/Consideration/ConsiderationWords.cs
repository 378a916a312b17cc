namespace Ishenim.Core.Appeals.Consideration;

/// <summary>What was found when a letter was considered.</summary>
public enum Outcome
{
    /// <summary>жүйөлүү</summary>
    WellFounded = 1,

    /// <summary>жарым-жартылай жүйөлүү</summary>
    Partly = 2,

    /// <summary>тастыкталган жок</summary>
    NotConfirmed = 3,

    /// <summary>түшүндүрмө берилди</summary>
    Explained = 4,

    ProposalTakenUp = 5,
    ProposalNotTakenUp = 6,
    NotOurCompetence = 7,

    /// <summary>Left without consideration, on a ground of the law.</summary>
    WithoutConsideration = 8,

    /// <summary>башка кайрылууга кошулду: the matter is considered under the number of a letter that it is joined with.</summary>
    JoinedToAnother = 9,
}

/// <summary>On which of the law's grounds a letter is left without consideration. The numbers are stored: they are never renamed.</summary>
public enum LawGround
{
    /// <summary>Insults.</summary>
    Insults = 1,

    /// <summary>Calls to violence.</summary>
    Violence = 2,

    /// <summary>Nothing concrete in it.</summary>
    NothingConcrete = 3,

    /// <summary>Without name and address. The regulation promises otherwise (G3): only where a rule of the school allows it.</summary>
    NoName = 4,
}

/// <summary>What was done about the matter of a letter.</summary>
public enum MeasureKind
{
    Other = 0,

    /// <summary>A talk, an explanation.</summary>
    Talk = 1,

    /// <summary>Something was repaired or bought.</summary>
    Repair = 2,

    /// <summary>A rule of the school was made or changed.</summary>
    Rule = 3,

    /// <summary>Somebody was made to answer for it.</summary>
    Discipline = 4,

    /// <summary>Money was given back.</summary>
    Refund = 5,

    /// <summary>Help for a child.</summary>
    Help = 6,
}

/// <summary>Why a letter is no letter. Its number stays.</summary>
public enum CancelGround
{
    Test = 1,
    Empty = 2,

    /// <summary>The same letter stands under another number.</summary>
    DoubleEntry = 3,
}

/// <summary>A step of which the writer is told.</summary>
public enum StepKind
{
    Extended = 1,
    Reopened = 2,
    Cancelled = 3,
    Answered = 4,
    Closed = 5,

    /// <summary>The answer did not help, as its writer said.</summary>
    ConsideredAgain = 6,

    /// <summary>Sent to a body outside of the school.</summary>
    PassedOn = 10,

    /// <summary>The writer is asked something; the term stands still.</summary>
    Asked = 11,

    /// <summary>The writer answered; the term goes on.</summary>
    Resumed = 12,
}
