namespace Ishenim.Core.Appeals.Urgency;

/// <summary>Who is told on the same day when a child is in danger. The numbers are stored: they are never renamed.</summary>
public enum UrgentStep
{
    /// <summary>103, where somebody is hurt.</summary>
    Ambulance = 1,

    /// <summary>Unless the letter is kept from the director.</summary>
    Director = 2,

    /// <summary>102.</summary>
    Police = 3,

    /// <summary>The territorial child-protection unit.</summary>
    ChildProtection = 4,

    /// <summary>111 and 117.</summary>
    Helpline = 5,
}

/// <summary>That somebody was told; sealed for the desk. The part beside it says on which day and by whom.</summary>
public sealed record StepTaken
{
    public const int ToldLength = 200;

    public required UrgentStep Step { get; init; }

    /// <summary>Who was told: a name or a post, and the hour.</summary>
    public required string Told { get; init; }
}

/// <summary>The list of an urgent letter, for its readers.</summary>
public sealed record UrgentList
{
    public required AppealId Appeal { get; init; }

    public required string Number { get; init; }

    /// <summary>Somebody has taken the letter up.</summary>
    public required bool TakenUp { get; init; }

    /// <summary>Consideration ended: nothing is added any more.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The director must not hear of it.</summary>
    public required bool DirectorKept { get; init; }

    /// <summary>What was written down, the oldest first.</summary>
    public required IReadOnlyList<OpenRecord<StepTaken>> Taken { get; init; }

    public IEnumerable<UrgentStep> Steps => Enum.GetValues<UrgentStep>().Where(step => step != UrgentStep.Director || !DirectorKept);
}
