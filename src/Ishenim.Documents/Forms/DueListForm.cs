namespace Ishenim.Documents.Forms;

/// <summary>"Due this week", to lie on a desk: numbers and days, no word of a letter.</summary>
public static class DueListForm
{
    public static Document Of(DueListPaper paper) => new()
    {
        Title = Name(paper.Language),
        Language = paper.Language,
        Blocks = [.. Head(paper), .. Letters(paper), .. Boxes(paper), new Paragraph(Kept(paper.Language), TextLook.Small)],
    };

    private static string Name(PaperLanguage language) => language.Say("Жооп берүү мөөнөтү жеткен кайрылуулар", "Обращения, по которым наступает срок ответа");

    private static string Kept(PaperLanguage language) => language.Say(
        "Бул барак тизмени басып чыгарган адам үчүн. Кереги жок болгондо жок кылыңыз.", "Этот лист — для того, кто его напечатал. Когда он не нужен, уничтожьте его.");

    private static IEnumerable<Block> Head(DueListPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(paper.School.Name);
        yield return new Title(Name(language), $"{PaperDates.Short(paper.From)} – {PaperDates.Short(paper.To)}");
        yield return new Facts(
        [
            new(language.Say("Ким үчүн", "Для кого"), paper.Reader.With()),
            new(language.Say("Басып чыгарылган күнү", "Дата печати"), PaperDates.Short(paper.PrintedOn)),
        ]);
    }

    private static IEnumerable<Block> Letters(DueListPaper paper)
    {
        var language = paper.Language;
        if (paper.Rows.Count == 0)
            yield return new Paragraph(language.Say("Бул жумада жооп күткөн кайрылуу жок.", "На этой неделе нет обращений, ожидающих ответа."));
        else
            yield return new Table(
                [
                    new("№", 3), new(language.Say("Катталган күнү", "Дата регистрации"), 3), new(language.Say("Мөөнөтү", "Срок"), 3),
                    new(language.Say("Темасы", "Тема"), 5), new(language.Say("Абалы", "Состояние"), 4), new(language.Say("Белги", "Отметка"), 4),
                ],
                [.. paper.Rows.Select(row => Row(row, language))]);
    }

    private static IReadOnlyList<Cell> Row(DueRow row, PaperLanguage language) => [row.Number, row.Registered, row.Due, row.Subject, row.State, Mark(row, language)];

    private static string Mark(DueRow row, PaperLanguage language) => string.Join("; ", Marks(row, language));

    private static IEnumerable<string> Marks(DueRow row, PaperLanguage language)
    {
        if (row.Urgent)
            yield return language.Say("шашылыш", "срочно");
        if (row.Late > 0)
            yield return language.Say($"мөөнөтү өткөн, жумушчу күн: {row.Late}", $"просрочено, рабочих дней: {row.Late}");
    }

    private static IEnumerable<Block> Boxes(DueListPaper paper)
    {
        if (paper.Boxes.Count == 0)
            yield break;
        yield return new Paragraph(paper.Language.Say("Кутучанын кийинки ачылышы", "Ближайшее вскрытие ящика"), TextLook.Strong);
        yield return new Bulleted([.. paper.Boxes.Select(box => $"{PaperDates.Short(box.Due)}: № {box.Box.Number}, {box.Box.Place}")]);
    }
}
