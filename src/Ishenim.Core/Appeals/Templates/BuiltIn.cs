namespace Ishenim.Core.Appeals.Templates;

/// <summary>
/// The templates that every school has from the start. Their words come with the program, so that a new version can mend them.
/// The numbers are stored: they are never given anew.
/// </summary>
public enum BuiltIn
{
    /// <summary>The letter came and is registered.</summary>
    Received = 0,

    /// <summary>What it says is so, and measures were taken.</summary>
    MeasuresTaken = 1,
    Explained = 2,
    NotOurCompetence = 3,
    NotConfirmed = 4,

    /// <summary>The writer is asked for more.</summary>
    MoreDetails = 5,

    /// <summary>Money collection: nobody has to pay.</summary>
    Money = 6,

    /// <summary>Safety and violence: where help is at once.</summary>
    Safety = 7,

    /// <summary>Thanks for a proposal.</summary>
    Proposal = 8,
}

public static class BuiltIns
{
    /// <summary>The subject that it is for; null: every one.</summary>
    public static Subject? Subject(this BuiltIn template) => template switch
    {
        BuiltIn.Money => Appeals.Subject.Corruption,
        BuiltIn.Safety => Appeals.Subject.Safety,
        BuiltIn.Proposal => Appeals.Subject.Upbringing,
        _ => null,
    };
}
