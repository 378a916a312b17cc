namespace Ishenim.Documents.Forms;

/// <summary>The act of destruction (X5): which letters' content is gone, who approved it, and when it is final.</summary>
public static class DestructionForm
{
    public static Document Of(DestructionPaper paper) => new()
    {
        Title = paper.Language.Say($"Жок кылуу актысы № {paper.Number}", $"Акт об уничтожении № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Head(paper), .. Letters(paper), .. Body(paper), .. paper.Language.Foot(paper.Fingerprint)],
    };

    private static IEnumerable<Block> Head(DestructionPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(paper.School.Name);
        yield return new Title(
            language.Say($"ЖОК КЫЛУУ АКТЫСЫ № {paper.Number}", $"АКТ ОБ УНИЧТОЖЕНИИ № {paper.Number}"),
            language.Say("Сактоо мөөнөтү бүткөн кайрылуулар жөнүндө", "обращений, срок хранения которых истёк"));
        yield return new Heading([PaperDates.Long(paper.Date, language)], [paper.Town]) { RightAtEdge = true };
        yield return new Facts(
        [
            new(language.Say("Кайрылуунун саны", "Количество обращений"), $"{paper.Rows.Count}"),
            new(language.Say("Тиркелген файлдын саны", "Количество приложенных файлов"), $"{paper.Files}"),
        ]);
    }

    private static IEnumerable<Block> Letters(DestructionPaper paper)
    {
        var language = paper.Language;
        yield return new Table(
            [
                new("№", 3), new(language.Say("Катталган күнү", "Дата регистрации"), 3), new(language.Say("Каралып бүткөн күнү", "Дата закрытия"), 3),
                new(language.Say("Мөөнөтү, жыл", "Срок, лет"), 2), new(language.Say("Негиз", "Основание"), 6),
            ],
            [.. paper.Rows.Select(row => Row(row, language))]);
    }

    private static IReadOnlyList<Cell> Row(DestructionRow row, PaperLanguage language) =>
    [
        row.Number, row.Registered, row.Closed, row.Years,
        row.Ground.Length > 0 ? row.Ground : language.Say("кайрылууларды сактоо мөөнөтү", "срок хранения обращений"),
    ];

    private static IEnumerable<Block> Body(DestructionPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(language.Say(
            "Бул кайрылуулардын ачкычтары, мөөр басылган тексттери жана файлдары жок кылынды: аларды эч ким окуй албайт. Каттоо журналында номери, күндөрү жана жыйынтыгы гана калат.",
            "Ключи, запечатанные тексты и файлы этих обращений уничтожены: прочитать их не может никто. В журнале регистрации остаются только номер, даты и итог."));
        yield return new Paragraph(language.Say(
            $"Акт толук күчүнө кирген күн: {PaperDates.Short(paper.FinalOn)}. Ал күнү кайрылуулар сакталган акыркы камдык көчүрмөнүн мөөнөтү бүтөт.",
            $"Уничтожение окончательно: {PaperDates.Short(paper.FinalOn)}. В этот день истекает срок последней резервной копии, в которой есть эти обращения."), TextLook.Strong);
        yield return new Facts(
        [
            new(language.Say("Жооптуу адам макулдады", "Согласовало ответственное лицо"), $"{paper.Responsible.Person.With()}, {PaperDates.Short(paper.Responsible.Day)}"),
            new(language.Say("Комиссиянын төрагасы макулдады", "Согласовал(а) председатель комиссии"), $"{paper.Chair.Person.With()}, {PaperDates.Short(paper.Chair.Day)}"),
        ]);
        yield return new Signatures(
        [
            new(language.Say("Жооптуу адам:", "Ответственное лицо:"), paper.Responsible.Person.Name),
            new(language.Say("Комиссиянын төрагасы:", "Председатель комиссии:"), paper.Chair.Person.Name),
        ]);
    }
}
