namespace Ishenim.Documents.Forms;

/// <summary>The table of the journal of openings: columns and order as the regulation's papers have them.</summary>
internal static class OpeningsTable
{
    private static readonly int[] Widths = [5, 10, 16, 18, 13, 14, 12, 11, 9, 12];

    private static readonly string[] Kyrgyz =
    [
        "№", "Ачылган күнү, сааты", "Ким ачты (аты-жөнү, кызматы)", "Катышкандар (аты-жөнү, кызматы)", "Кутучанын, кулпунун, пломбанын абалы",
        "Алынган кайрылуулардын саны", "Актынын №, күнү (кутуча бош болсо — «түзүлгөн жок»)", "Каттоо №", "Колу", "Эскертүү",
    ];

    private static readonly string[] Russian =
    [
        "№ п/п", "Дата и время вскрытия", "Кто вскрыл (Ф. И. О., должность)", "Присутствовали", "Состояние ящика, замка, пломбы",
        "Извлечено обращений", "№ и дата акта (если ящик пуст — «не составлялся»)", "Рег. №", "Подписи", "Примечание",
    ];

    public static Table Of(OpeningsJournalPaper paper) => new(
        [.. paper.Language.Say(Kyrgyz, Russian).Zip(Widths, (head, width) => new Column(head, width))],
        [.. paper.Rows.Select(row => Row(paper.Language, row)), .. Enumerable.Repeat(Blank, paper.BlankRows)])
    {
        ByHand = paper.BlankRows > 0,
    };

    private static IReadOnlyList<Cell> Blank { get; } = [.. Widths.Select(_ => Cell.Empty)];

    private static IReadOnlyList<Cell> Row(PaperLanguage language, OpeningRow row) =>
    [
        row.Number,
        $"{PaperDates.Short(row.Date)}, {PaperDates.Time(row.Time)}",
        Person(row.OpenedBy),
        string.Join("; ", row.Present.Select(Person)),
        row.Broken is { } broken ? language.Say($"бузулган: {broken}", $"повреждения: {broken}") : language.Say("бүтүн, бузулган жери жок", "целы, повреждений нет"),
        row.Letters,
        Act(language, row),
        string.Join(", ", row.RegisterNumbers),
        Cell.Empty,
        Note(language, row),
    ];

    private static string Person(PaperPerson person) => person.Post.Length > 0 ? $"{person.Name}, {person.Post}" : person.Name;

    private static string Act(PaperLanguage language, OpeningRow row) => row.ActNumber is not { } number ? language.Say("түзүлгөн жок", "не составлялся")
        : row.ActDate is { } day ? $"№ {number}, {PaperDates.Short(day)}" : $"№ {number}";

    private static string Note(PaperLanguage language, OpeningRow row)
    {
        var late = row.EnteredLateOn is { } day
            ? language.Say($"Кеч киргизилди. Киргизилген күнү: {PaperDates.Short(day)}", $"Внесено с опозданием. Дата внесения: {PaperDates.Short(day)}")
            : "";
        return string.Join(". ", new[] { late, row.Note }.Where(text => text.Length > 0));
    }
}
