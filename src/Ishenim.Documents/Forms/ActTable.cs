namespace Ishenim.Documents.Forms;

/// <summary>The letters of an act: what kind, how many sheets, under which number.</summary>
internal static class ActTable
{
    public static Table Of(ActPaper paper) => new(
        paper.Language.Say<Column[]>(
            [new("№", 6), new("Түрү", 20), new("Кол коюлган же анонимдүү", 22), new("Барак саны", 12), new("Каттоо №", 18), new("Эскертүү", 22)],
            [new("№", 6), new("Вид", 20), new("Подписано или анонимно", 22), new("Листов", 12), new("Рег. №", 18), new("Примечание", 22)]),
        [.. paper.Rows.Select((row, i) => Row(paper.Language, row, i + 1))]);

    private static List<Cell> Row(PaperLanguage language, ActRow row, int number) =>
    [
        number,
        Kind(language, row.Kind),
        row.Signed switch
        {
            true => language.Say("кол коюлган", "подписано"),
            false => language.Say("анонимдүү", "анонимно"),
            null => "—",
        },
        row.Sheets is { } sheets ? Cell.FromNumber(sheets) : Cell.FromText("—"),
        row.RegisterNumber,
        row.Note,
    ];

    private static string Kind(PaperLanguage language, PaperLetterKind kind) => kind switch
    {
        PaperLetterKind.Complaint => language.Say("даттануу", "жалоба"),
        PaperLetterKind.Application => language.Say("арыз", "заявление"),
        PaperLetterKind.Proposal => language.Say("сунуш", "предложение"),
        PaperLetterKind.ClosedEnvelope => language.Say("жабык конверт", "закрытый конверт"),
        _ => language.Say("кайрылуу", "обращение"),
    };
}
