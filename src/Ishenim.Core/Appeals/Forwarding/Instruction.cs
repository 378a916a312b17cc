namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>What an executor is asked to do; sealed for the desk. Day and who forwarded it stand with it.</summary>
public sealed record Instruction
{
    public const int TextLength = 2000;

    /// <summary>Fewer characters say nothing.</summary>
    public const int LeastText = 10;

    public required string Text { get; init; }

    /// <summary>The last day for the report.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>It went to the commission, not to persons by name.</summary>
    public required bool Commission { get; init; }

    /// <summary>With the redacted copy instead of the letter; false in records from before there were copies.</summary>
    public bool Redacted { get; init; }
}

/// <summary>What an executor found; sealed for the desk.</summary>
public sealed record Report
{
    public const int TextLength = 4000;

    public required string Text { get; init; }

    /// <summary>An answer to the writer as the executor would give it; empty: none is proposed.</summary>
    public required string Answer { get; init; }
}

/// <summary>A forwarding, opened: both sides, and how it stands.</summary>
/// <param name="Row">Who has or had it.</param>
/// <param name="Instruction">What was asked, by whom, on which day.</param>
/// <param name="Report">What came back; null: nothing yet, or it was taken back before.</param>
/// <param name="Leads">Whether this executor leads the others now.</param>
public sealed record OpenAssignment(Assignment Row, OpenRecord<Instruction> Instruction, OpenRecord<Report>? Report, bool Leads);
