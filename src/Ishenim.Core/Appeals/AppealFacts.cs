using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals;

/// <summary>What the official side of a letter is: everything about it that is not its words.</summary>
public sealed record AppealFacts
{
    public required string Number { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required Kind Kind { get; init; }

    public required Subject Subject { get; init; }

    public required WriterGroup Group { get; init; }

    public required Channel Channel { get; init; }

    public required bool Signed { get; init; }

    public required bool Urgent { get; init; }

    public required AppealState State { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>The last day to which the term was extended; no change of the calendar moves it.</summary>
    public DateOnly? TermSetTo { get; init; }

    /// <summary>The day from which the term runs since the letter was taken up again; null: from its registration.</summary>
    public DateOnly? TermFrom { get; init; }

    /// <summary>For how many working days the term stood still while the writer was asked; null: it never did.</summary>
    public int? TermStood { get; init; }

    /// <summary>What consideration found; null until it is closed.</summary>
    public Outcome? Outcome { get; init; }
}

/// <summary>What is sealed of every letter's official side: whom it is about, who may not read it, its language.</summary>
public sealed record SealedFacts
{
    public required IReadOnlyList<About> About { get; init; }

    /// <summary>The persons who never get a key: those it is about, and those who stepped back.</summary>
    public required IReadOnlyList<PersonId> Excluded { get; init; }

    /// <summary>The language of the page on which it was written: answers' default.</summary>
    public required string Language { get; init; }

    /// <summary>The official side of a restricted letter; null for the others, whose facts stand in the register.</summary>
    public AppealFacts? Restricted { get; init; }

    /// <summary>Deadlines that moved where no line of the journal may say it: of restricted letters, and by the writer's signing.</summary>
    public IReadOnlyList<FormerDeadline> FormerDeadlines { get; init => field = value ?? []; } = [];
}
