namespace Ishenim.Documents.Forms;

/// <summary>The journal of openings of a school year (R2): cover, openings, last page to be sewn and sealed; also blank.</summary>
public static class OpeningsJournalForm
{
    public static Document Of(OpeningsJournalPaper paper) => new()
    {
        Title = Name(paper.Language),
        Language = paper.Language,
        Page = new PageFormat { Landscape = true, FontSize = 9 },
        Blocks = [.. Cover(paper), new PageBreak(), OpeningsTable.Of(paper), .. paper.Language.Foot(paper.Fingerprint), new PageBreak(), .. LastPage(paper)],
    };

    private static string Name(PaperLanguage language) => language.Say("«Ишеним кутучасынын» ачылышынын журналы", "Журнал вскрытия «Ящика доверия»");

    private static IEnumerable<Block> Cover(OpeningsJournalPaper paper)
    {
        var language = paper.Language;
        yield return new Room(15);
        yield return new Paragraph(paper.School.Name, TextLook.Large);
        yield return new Room(40);
        yield return new Paragraph(Name(language), TextLook.Huge);
        yield return new Paragraph(language.Say($"{paper.SchoolYear}-окуу жылы", $"{paper.SchoolYear} учебный год"), TextLook.Large);
        yield return new Room(15);
        yield return new Paragraph(language.Say(
            $"Башталды: {FormWords.DayOrLine(paper.Begun)}\nАяктады: {FormWords.DayOrLine(paper.Ended)}",
            $"Начат: {FormWords.DayOrLine(paper.Begun)}\nОкончен: {FormWords.DayOrLine(paper.Ended)}"), TextLook.Large);
    }

    private static IEnumerable<Block> LastPage(OpeningsJournalPaper paper)
    {
        yield return new Paragraph(paper.Language.Say(
            "Журналда ____ барак тигилип, номерленип, мөөр басылды.", "В журнале прошито, пронумеровано и скреплено печатью ____ листов."));
        yield return new Signatures([new Signature("Директор", paper.Director ?? "")]);
    }
}
