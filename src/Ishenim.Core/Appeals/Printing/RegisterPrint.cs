using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Printing;

/// <summary>What of the register is wanted on paper.</summary>
public sealed record RegisterPrint
{
    public required RegisterFilter Filter { get; init; }

    /// <summary>The year of the numbers; null: all years.</summary>
    public required int? Year { get; init; }

    /// <summary>With what letters say and what was done, of those that the person may read.</summary>
    public required bool Content { get; init; }

    /// <summary>The content only of letters whose consideration ended.</summary>
    public bool OnlyEnded { get; init; }
}

/// <summary>The register as one person may print it, in the order of its numbers.</summary>
/// <param name="Lines">Of a restricted letter only the number.</param>
/// <param name="Fingerprint">Of the journal's line about this print.</param>
public sealed record PrintedRegister(IReadOnlyList<RegisterLine> Lines, Fingerprint Fingerprint);

/// <summary>A line of the register on paper.</summary>
/// <param name="Row">Its official side.</param>
/// <param name="Summary">Null: not asked for, or not for this person.</param>
public sealed record RegisterLine(RegisterRow Row, LetterSummary? Summary);

/// <summary>What a register tells of a letter's content.</summary>
/// <param name="Text">The letter's own words, whole; empty while they are only on paper.</param>
/// <param name="Extension">Why it was given more time; null: it was not.</param>
/// <param name="Measures">What was done.</param>
/// <param name="Forwarded">To whom it went for consideration, the oldest first.</param>
public sealed record LetterSummary(string Text, string? Extension, IReadOnlyList<Measure> Measures, IReadOnlyList<ForwardedTo> Forwarded);

/// <summary>To one of the staff, or to a body outside.</summary>
public sealed record ForwardedTo(DateOnly Day, PersonId? Person, string? Body);
