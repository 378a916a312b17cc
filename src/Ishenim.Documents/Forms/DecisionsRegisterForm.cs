namespace Ishenim.Documents.Forms;

/// <summary>The register of the commission's decisions and how far each is carried out.</summary>
public static class DecisionsRegisterForm
{
    private static readonly int[] Widths = [9, 10, 7, 30, 16, 11, 14, 11, 22];

    private static readonly string[] Kyrgyz = ["Протокол №", "Күнү", "Чечим №", "Чечим", "Аткаруучу", "Мөөнөтү", "Абалы", "Аткарылган күнү", "Эмнеден көрүнөт"];

    private static readonly string[] Russian = ["Протокол №", "Дата", "Решение №", "Решение", "Исполнитель", "Срок", "Состояние", "Дата исполнения", "Чем подтверждается"];

    public static Document Of(DecisionsRegisterPaper paper) => new()
    {
        Title = Name(paper.Language),
        Language = paper.Language,
        Page = new PageFormat { Landscape = true, FontSize = 9 },
        Blocks =
        [
            new Paragraph(paper.School.Name), new Title(Name(paper.Language), PaperDates.Short(paper.On)),
            new Table([.. paper.Language.Say(Kyrgyz, Russian).Zip(Widths, (head, width) => new Column(head, width))], [.. paper.Rows.Select(row => Row(paper, row))]),
        ],
    };

    private static string Name(PaperLanguage language) => language.Say("Комиссиянын чечимдеринин реестри", "Реестр решений комиссии");

    private static IReadOnlyList<Cell> Row(DecisionsRegisterPaper paper, DecisionRow row) =>
    [
        row.Protocol, row.Date, row.Number, row.Text, row.Owner, row.DueOn, State(paper, row), row.EndedOn is { } day ? Cell.FromDay(day) : Cell.Empty, row.Evidence,
    ];

    private static string State(DecisionsRegisterPaper paper, DecisionRow row) => row.State switch
    {
        PaperDecisionState.Done => paper.Language.Say("аткарылды", "выполнено"),
        PaperDecisionState.Dropped => paper.Language.Say("алынып салынды", "снято"),
        _ when row.DueOn < paper.On => paper.Language.Say("мөөнөтү өттү", "просрочено"),
        _ => paper.Language.Say("аткарылууда", "выполняется"),
    };
}

/// <summary>The register on a day.</summary>
public sealed record DecisionsRegisterPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required DateOnly On { get; init; }

    public required IReadOnlyList<DecisionRow> Rows { get; init; }
}

public enum PaperDecisionState
{
    Open,
    Done,
    Dropped,
}

/// <summary>A decision.</summary>
public sealed record DecisionRow
{
    /// <summary>The protocol's number, and the year of school it counts in.</summary>
    public required string Protocol { get; init; }

    /// <summary>Of the meeting.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>As 2.1.</summary>
    public required string Number { get; init; }

    public required string Text { get; init; }

    public required string Owner { get; init; }

    public required DateOnly DueOn { get; init; }

    public required PaperDecisionState State { get; init; }

    public required DateOnly? EndedOn { get; init; }

    public required string Evidence { get; init; }
}
