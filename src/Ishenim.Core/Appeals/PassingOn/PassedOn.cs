using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.PassingOn;

/// <summary>A letter that was sent to a body outside of the school, as its covering letter says it; sealed for the desk.</summary>
public sealed record PassedOn
{
    public const int BodyLength = 200;
    public const int HeadLength = 200;
    public const int OutgoingLength = 40;
    public const int ReasonLength = Consideration.Step.ReasonLength;
    public const int MostSheets = 999;

    /// <summary>Its name, as on the envelope; the writer reads it, too.</summary>
    public required string Body { get; init; }

    /// <summary>Post and name of who leads it; empty: not known.</summary>
    public required string Head { get; init; }

    /// <summary>The number of the outgoing letter; empty: written by hand.</summary>
    public required string Outgoing { get; init; }

    /// <summary>How many sheets go with it.</summary>
    public required int Sheets { get; init; }

    /// <summary>The writer agreed that name and contacts go with it.</summary>
    public required bool WithContacts { get; init; }

    /// <summary>Whether it was anonymous on that day.</summary>
    public required bool Anonymous { get; init; }

    /// <summary>ky or ru, as papers are.</summary>
    public required string Language { get; init; }

    /// <summary>Who signs the covering letter: the director, or the chair where the letter is about the director.</summary>
    public required PersonId? Signer { get; init; }

    public required bool ChairSigns { get; init; }

    /// <summary>Sent after the days that the law gives for it.</summary>
    public required bool Late { get; init; }
}

/// <summary>What the body wrote back; sealed for the desk.</summary>
public sealed record BodyReply
{
    public const int TextLength = 4000;

    /// <summary>The <see cref="Part.Sequence"/> of the <see cref="PassedOn"/> that it answers.</summary>
    public required int To { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Text { get; init; }
}

/// <summary>A letter that was passed on, with what came back.</summary>
/// <param name="Sequence">Its place in the letter, which names it in addresses.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Replies">What came back, the oldest first.</param>
public sealed record OpenPassedOn(int Sequence, OpenRecord<PassedOn> Sent, IReadOnlyList<OpenRecord<BodyReply>> Replies);
