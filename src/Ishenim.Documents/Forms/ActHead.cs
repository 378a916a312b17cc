namespace Ishenim.Documents.Forms;

/// <summary>The head of an act: approval, school, number, when and where the box was opened and on what ground.</summary>
internal static class ActHead
{
    public static IEnumerable<Block> Of(ActPaper paper)
    {
        var language = paper.Language;
        yield return new Heading([], Approval(paper));
        yield return new Paragraph(paper.School.Name);
        yield return new Title(
            $"АКТ № {paper.Number}",
            language.Say("«Ишеним кутучасынан» кайрылууларды алуу жөнүндө", "выемки обращений из «Ящика доверия»"));
        yield return new Heading([PaperDates.Long(paper.Date, language)], [paper.Town]) { RightAtEdge = true };
        yield return new Facts(
        [
            new(language.Say("Кутуча", "Ящик"), $"№ {paper.Box.Number}, {paper.Box.Place}"),
            new(language.Say("Ачылган күнү жана убактысы", "Дата и время вскрытия"), $"{PaperDates.Short(paper.OpenedOn)}, {PaperDates.Time(paper.OpenedAt)}"),
            new(language.Say("Негиз", "Основание"), Ground(paper)),
        ]);
    }

    private static List<string> Approval(ActPaper paper) =>
    [
        paper.ApprovalWord ?? paper.Language.Say("БЕКИТЕМИН", "УТВЕРЖДАЮ"),
        paper.Language.Say($"{paper.School.NameGenitive} директору", $"Директор {paper.School.NameGenitive}"),
        $"_______________ {paper.Director}",
        paper.Language.Say("«____» _______________ 20____-ж.", "«____» _______________ 20____ г."),
    ];

    private static string Ground(ActPaper paper)
    {
        var language = paper.Language;
        var regulation = language.Say("ишеним почтасы жөнүндө жобо", "Положение о почте доверия");
        if (paper.RegulationApprovedOn is { } day)
            regulation += language.Say($" (бекитилген күнү: {PaperDates.Short(day)})", $" (утверждено {PaperDates.Short(day)})");
        return paper.OrderNumber is null ? regulation : $"{regulation}; {Order(paper)}";
    }

    private static string Order(ActPaper paper)
    {
        var number = paper.OrderDate is { } day ? $"№ {paper.OrderNumber}, {PaperDates.Short(day)}" : $"№ {paper.OrderNumber}";
        return paper.Language.Say($"директордун буйругу ({number})", $"приказ директора ({number})");
    }
}
