namespace Ishenim.Documents.Forms;

/// <summary>The register of letters as schools keep it: a spread of two sheets with content, a sheet on its side without.</summary>
public static class AppealsRegisterForm
{
    public static Document Of(AppealsRegisterPaper paper) => new()
    {
        Title = Name(paper.Language),
        Language = paper.Language,
        Page = new PageFormat
        {
            Landscape = true, Size = paper.Content ? PaperSize.A3 : PaperSize.A4, FontSize = 9, Margins = new PageMargins(Left: 30, Right: paper.Content ? 15 : 10, Top: 20, Bottom: 20),
        },
        Blocks = paper.Selected
            ? [.. Extract(paper), AppealsRegisterTable.Of(paper), Printed(paper), .. paper.Language.Foot(paper.Fingerprint)]
            : [.. Cover(paper), new PageBreak(), AppealsRegisterTable.Of(paper), Printed(paper), .. paper.Language.Foot(paper.Fingerprint), new PageBreak(), .. LastPage(paper)],
    };

    private static string Name(PaperLanguage language) => language.Say("Кайрылууларды каттоо журналы", "Журнал регистрации обращений");

    private static IEnumerable<Block> Cover(AppealsRegisterPaper paper)
    {
        yield return new Room(15);
        yield return new Paragraph(paper.School.Name, TextLook.Large);
        yield return new Room(40);
        yield return new Paragraph(Name(paper.Language), TextLook.Huge);
        if (Year(paper) is { } year)
            yield return new Paragraph(year, TextLook.Large);
    }

    private static IEnumerable<Block> Extract(AppealsRegisterPaper paper)
    {
        yield return new Paragraph(paper.School.Name);
        yield return new Title(Name(paper.Language), Year(paper));
        yield return new Paragraph(paper.Language.Say("Тандалган саптар гана: бул журналдын баары эмес.", "Только выбранные строки: это не весь журнал."), TextLook.Centred);
    }

    private static string? Year(AppealsRegisterPaper paper) => paper.Year is { } year ? paper.Language.Say($"{year}-жыл", $"{year} год") : null;

    private static Paragraph Printed(AppealsRegisterPaper paper) => new(paper.Language.Say(
        $"Басып чыгарган: {paper.PrintedBy.With()}, {PaperDates.Short(paper.PrintedOn)}. Саптардын саны: {paper.Rows.Count}.",
        $"Напечатано: {paper.PrintedBy.With()}, {PaperDates.Short(paper.PrintedOn)}. Строк: {paper.Rows.Count}."));

    private static IEnumerable<Block> LastPage(AppealsRegisterPaper paper)
    {
        yield return new Paragraph(paper.Language.Say(
            "Журналда ____ барак тигилип, номерленип, мөөр басылды.", "В журнале прошито, пронумеровано и скреплено печатью ____ листов."));
        yield return new Signatures([new Signature("Директор", "")]);
    }
}
