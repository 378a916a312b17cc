namespace Ishenim.Documents.Forms;

/// <summary>The protocol of a meeting of the commission (R1); a draft is marked as one.</summary>
public static class ProtocolForm
{
    public static Document Of(ProtocolPaper paper) => new()
    {
        Title = paper.Language.Say($"Протокол № {paper.Number}", $"Протокол № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Of(paper, paper.Language)],
    };

    /// <summary>All its blocks: also one after another in the book of a year.</summary>
    internal static IEnumerable<Block> Of(ProtocolPaper paper, PaperLanguage language) =>
    [
        .. ProtocolHead.Of(paper), new Paragraph(language.Say("КҮН ТАРТИБИ:", "ПОВЕСТКА ДНЯ:"), TextLook.Strong),
        new Numbered([.. paper.Items.Select(item => language.Matter(item))]),
        .. paper.Items.SelectMany((item, i) => ProtocolItemText.Of(language, item, i + 1)), .. Ended(paper), .. Notes(paper), .. Signatures(paper), .. language.Foot(paper.Fingerprint),
    ];

    internal static IEnumerable<Block> Signatures(ProtocolPaper paper)
    {
        yield return new Signatures(
        [
            new(paper.Language.ChairWord(paper.Chair.Woman) + ":", paper.Chair.Name), new(paper.Language.Say("Катчысы:", "Секретарь:"), paper.Secretary.Name),
        ]);
    }

    private static IEnumerable<Block> Ended(ProtocolPaper paper) => paper.Ended is { } time
        ? [new Paragraph(paper.Language.Say($"Жыйналыш аяктаган убакыт: {PaperDates.Time(time)}.", $"Время окончания заседания: {PaperDates.Time(time)}."))]
        : [];

    private static IEnumerable<Block> Notes(ProtocolPaper paper) => paper.Notes.Count == 0 ? [] :
    [
        new Paragraph(paper.Language.Say("Долбоорго сунушталып, кабыл алынган оңдоолор:", "Принятые замечания к проекту:"), TextLook.Strong),
        new Numbered([.. paper.Notes.Select(note => $"{PaperDates.Short(note.Day)}, {note.Name}: {note.Text}")]),
    ];
}
