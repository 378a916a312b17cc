namespace Ishenim.Core.Appeals;

/// <summary>What a letter is by law. The child need not know: the desk sets it.</summary>
public enum Kind
{
    Unknown = 0,

    /// <summary>даттануу</summary>
    Complaint = 1,

    /// <summary>арыз; by law also a report of violations.</summary>
    Application = 2,

    /// <summary>сунуш</summary>
    Proposal = 3,
}

/// <summary>What a letter is about (regulation A). No subject is out of scope.</summary>
public enum Subject
{
    Other = 0,
    ChildRights = 1,

    /// <summary>Corruption and money collection.</summary>
    Corruption = 2,
    Teaching = 3,

    /// <summary>A proposal on upbringing work.</summary>
    Upbringing = 4,

    /// <summary>Safety and violence.</summary>
    Safety = 5,

    /// <summary>Heat, food, toilets.</summary>
    Conditions = 6,
}

/// <summary>From which group the writer is (regulation G0).</summary>
public enum WriterGroup
{
    Unsaid = 0,
    Pupil = 1,

    /// <summary>A parent, or a relative who brings the child up.</summary>
    Parent = 2,
    Teacher = 3,
    Other = 4,
}

/// <summary>How a letter came.</summary>
public enum Channel
{
    Web = 1,
    Box = 2,
    Email = 3,
    Oral = 4,
    ByHand = 5,
}

/// <summary>Whom a letter is about: that person never reads it (regulation X2).</summary>
public enum About
{
    Nobody = 0,
    Director = 1,
    Responsible = 2,
    Chair = 3,
    Deputy = 4,
    Teacher = 5,

    /// <summary>The parents' committee or one of its members.</summary>
    Committee = 6,

    /// <summary>Somebody else at the school.</summary>
    Other = 7,
}

public enum AppealState
{
    Registered = 1,
    UnderConsideration = 2,
    Answered = 3,
    Closed = 4,

    /// <summary>A test, an empty one, a double entry: no letter, whose number stays.</summary>
    Cancelled = 5,
}
