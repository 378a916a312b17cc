using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.PassingOn;

/// <summary>A letter to be sent to a body outside of the school, as typed.</summary>
public sealed record NewPassingOn
{
    public required string Body { get; init; }

    public required string Head { get; init; }

    /// <summary>Why it goes there: its writer reads it.</summary>
    public required string Reason { get; init; }

    public required string Outgoing { get; init; }

    public required int Sheets { get; init; }

    /// <summary>The writer agreed that name and contacts go with it.</summary>
    public required bool WithContacts { get; init; }

    /// <summary>ky or ru.</summary>
    public required string Language { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>What the form says before a letter is passed on.</summary>
public sealed record PassingOnOffer
{
    public required AppealFacts Facts { get; init; }

    /// <summary>The letter's version as it is shown.</summary>
    public required int Version { get; init; }

    /// <summary>The last day on which the law lets it be passed on.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The chair signs the covering letter: the director is kept from the letter.</summary>
    public required bool ChairSigns { get; init; }
}

/// <summary>Nobody signed the letter: there are no contacts that could go with it.</summary>
public sealed class AnonymousHasNoContacts : Refusal;

/// <summary>There is no such passing on, or its reply would be older than it.</summary>
public sealed class ReplyDayNotPossible : Refusal;
