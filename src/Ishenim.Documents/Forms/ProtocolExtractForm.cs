namespace Ishenim.Documents.Forms;

/// <summary>An extract: one item of a protocol, for who carries it out.</summary>
public static class ProtocolExtractForm
{
    /// <param name="paper">The protocol.</param>
    /// <param name="item">The item.</param>
    /// <param name="place">Its number on the agenda; null for one that stands on no common agenda.</param>
    /// <param name="on">The day on which the extract is made.</param>
    public static Document Of(ProtocolPaper paper, ProtocolItem item, int? place, DateOnly on) => new()
    {
        Title = paper.Language.Say($"№ {paper.Number} протоколдон көчүрмө", $"Выписка из протокола № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Blocks(paper, item, place, on), .. paper.Language.Foot(paper.Fingerprint)],
    };

    private static IEnumerable<Block> Blocks(ProtocolPaper paper, ProtocolItem item, int? place, DateOnly on)
    {
        var language = paper.Language;
        if (paper.Fingerprint is null)
            yield return new Paragraph(language.Say("ДОЛБООР: кол коюла элек", "ПРОЕКТ: ещё не подписан"), TextLook.Framed);
        yield return new Paragraph(paper.School.Name);
        yield return language == PaperLanguage.Kyrgyz
            ? new Title("ПРОТОКОЛДОН КӨЧҮРМӨ", $"«Ишеним кутучасын» ачуу боюнча комиссиянын жыйналышы, протокол № {paper.Number}, {paper.SchoolYear}-окуу жылы")
            : new Title("ВЫПИСКА ИЗ ПРОТОКОЛА", $"заседания комиссии по вскрытию «Ящика доверия», протокол № {paper.Number}, {paper.SchoolYear} учебный год");
        yield return new Heading([PaperDates.Long(paper.Date, language)], [paper.Place]) { RightAtEdge = true };
        yield return new Facts(
        [
            new(language.ChairWord(paper.Chair.Woman), paper.Chair.Name), new(language.Say("Катчысы", "Секретарь"), paper.Secretary.Name),
            new(language.Say("Катышканы", "Присутствовали"), language.Say($"{paper.Total} мүчөнүн ичинен {paper.Present.Count}", $"{paper.Present.Count} из {paper.Total}")),
        ]);
        yield return new Paragraph((place is { } number ? $"{number}. " : "") + language.Matter(item), TextLook.Strong);
        foreach (var block in ProtocolItemText.Of(language, item, place))
            yield return block;
        foreach (var block in ProtocolForm.Signatures(paper))
            yield return block;
        yield return new Paragraph(language.Say($"Көчүрмө туура. Жасалган күнү: {PaperDates.Short(on)}", $"Выписка верна. Дата выписки: {PaperDates.Short(on)}"));
    }
}
