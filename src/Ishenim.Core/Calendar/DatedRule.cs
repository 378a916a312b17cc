using System.Runtime.InteropServices;

namespace Ishenim.Core.Calendar;

/// <summary>What the law or the school may say anew from a day on. The numbers are stored: they are never renamed.</summary>
public enum RuleKind
{
    /// <summary>Working days in which a signed letter is answered.</summary>
    AnswerSigned = 0,

    /// <summary>The same for an anonymous one.</summary>
    AnswerAnonymous = 1,

    /// <summary>Working days in which what came on paper is registered.</summary>
    Registration = 2,

    /// <summary>Working days before the end from which a letter is called due soon.</summary>
    Warning = 3,

    /// <summary>Calendar days that an extended term has in all.</summary>
    Extension = 4,

    /// <summary>Working days in which a letter is passed on to the competent body.</summary>
    Redirect = 5,

    /// <summary>Working days of a week: 5 or 6.</summary>
    Week = 6,

    /// <summary>Calendar days from one opening of the box to the next, where no order says otherwise.</summary>
    Opening = 7,

    /// <summary>Working days for which the term stands still at most while the writer is asked something; 0: never.</summary>
    Pause = 8,

    /// <summary>Whether a letter may be left without consideration for having no name: 1; 0: never.</summary>
    NoName = 9,

    /// <summary>Years for which a letter's content is kept after its consideration ended.</summary>
    Retention = 20,

    /// <summary>Calendar days after which a backup is thrown away.</summary>
    BackupsKept = 21,
}

/// <summary>A rule with the day from which it holds. It is never changed: another one follows it.</summary>
public sealed record DatedRule
{
    public const int GroundLength = 160;

    public required RuleKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public required int Value { get; init; }

    /// <summary>The law, decree or order it rests on.</summary>
    public required string Ground { get; init; }
}

/// <summary>Which values a rule may have.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleRange(int Least, int Most)
{
    public static RuleRange Of(RuleKind kind) => kind switch
    {
        RuleKind.AnswerSigned or RuleKind.AnswerAnonymous => new(1, 60),
        RuleKind.Registration => new(1, 10),
        RuleKind.Warning => new(0, 30),
        RuleKind.Extension => new(1, 120),
        RuleKind.Redirect => new(1, 30),
        RuleKind.Week => new(5, 6),
        RuleKind.Pause => new(0, 60),
        RuleKind.NoName => new(0, 1),
        RuleKind.Retention => new(1, 75),
        RuleKind.BackupsKept => new(1, 400),
        _ => new(1, 60),
    };

    public bool Holds(int value) => value >= Least && value <= Most;
}
