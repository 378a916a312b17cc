namespace Ishenim.Documents.Forms;

/// <summary>The head of a protocol: which meeting, who led, who was there and who not.</summary>
internal static class ProtocolHead
{
    public static IEnumerable<Block> Of(ProtocolPaper paper)
    {
        var language = paper.Language;
        if (paper.Fingerprint is null)
            yield return new Paragraph(language.Say("ДОЛБООР: кол коюла элек", "ПРОЕКТ: ещё не подписан"), TextLook.Framed);
        yield return new Paragraph(paper.School.Name);
        yield return language == PaperLanguage.Kyrgyz
            ? new Title($"«Ишеним кутучасын» ачуу боюнча комиссиянын жыйналышынын ПРОТОКОЛУ № {paper.Number}", $"({paper.SchoolYear}-окуу жылы)")
            : new Title($"ПРОТОКОЛ № {paper.Number} заседания комиссии по вскрытию «Ящика доверия»", $"({paper.SchoolYear} учебный год)");
        yield return new Heading([$"{PaperDates.Long(paper.Date, language)}, {language.Say("саат ", "")}{PaperDates.Time(paper.Began)}"], [paper.Place]) { RightAtEdge = true };
        if (paper.Extraordinary)
            yield return new Paragraph(language.Say("Кезектен тышкары жыйналыш", "Внеочередное заседание"));
        yield return new Facts([.. People(paper)]);
        yield return new Paragraph(Count(paper));
        if (paper.EnteredLateOn is { } day)
            yield return new Paragraph(language.Say($"Протокол кеч киргизилди. Киргизилген күнү: {PaperDates.Short(day)}", $"Протокол внесён с опозданием. Дата внесения: {PaperDates.Short(day)}"), TextLook.Strong);
    }

    private static IEnumerable<Fact> People(ProtocolPaper paper)
    {
        var language = paper.Language;
        yield return new(language.ChairWord(paper.Chair.Woman), paper.Chair.Name);
        yield return new(language.Say("Катчысы", "Секретарь"), paper.Secretary.Name);
        yield return new(language.Say("Катышкандар", "Присутствовали"), string.Join("; ", paper.Present.Select(one => Member(language, one))));
        if (paper.Absent.Count > 0)
            yield return new(language.Say("Катышпагандар (себеби)", "Отсутствовали (причина)"),
                string.Join("; ", paper.Absent.Select(one => $"{one.Name} — {(one.Reason.Length > 0 ? one.Reason : language.Say("себеби белгисиз", "причина неизвестна"))}")));
        if (paper.Guests.Count > 0)
            yield return new(language.Say("Чакырылгандар", "Приглашены"), string.Join("; ", paper.Guests));
    }

    private static string Count(ProtocolPaper paper) => paper.Language.Say(
        $"Комиссиянын мүчөлөрү: {paper.Total}. Катышканы: {paper.Present.Count}. {(paper.Quorum ? "Кворум бар." : "Кворум жок.")}",
        $"Членов комиссии: {paper.Total}. Присутствуют: {paper.Present.Count}. {(paper.Quorum ? "Кворум имеется." : "Кворума нет.")}");

    private static string Member(PaperLanguage language, ProtocolMember member)
    {
        var group = member.Group switch
        {
            ProtocolGroup.Administration => language.Say("администрациядан", "от администрации"),
            ProtocolGroup.Teachers => language.Say("мугалимдерден", "от учителей"),
            _ => language.Say("ата-энелердин комитетинен", "от родительского комитета"),
        };
        return $"{member.Person.With()} — {group}{(member.Remote ? language.Say(" (алыстан)", " (дистанционно)") : "")}";
    }
}
