namespace Ishenim.Documents.Forms;

/// <summary>The protocols of a school year as one book: cover, table of contents, each on new sheets, last page to be sewn and sealed.</summary>
public static class ProtocolBookForm
{
    public static Document Of(ProtocolBookPaper paper) => new()
    {
        Title = Name(paper.Language),
        Language = paper.Language,
        Blocks = [.. Cover(paper), new PageBreak(), .. Contents(paper), .. paper.Protocols.SelectMany(Protocol), new PageBreak(), .. LastPage(paper.Language)],
    };

    private static string Name(PaperLanguage language) => language.Say(
        "«Ишеним кутучасын» ачуу боюнча комиссиянын протоколдорунун китеби", "Книга протоколов комиссии по вскрытию «Ящика доверия»");

    private static IEnumerable<Block> Cover(ProtocolBookPaper paper) =>
    [
        new Room(15), new Paragraph(paper.School.Name, TextLook.Large), new Room(40), new Paragraph(Name(paper.Language), TextLook.Huge),
        new Paragraph(paper.Language.Say($"{paper.SchoolYear}-окуу жылы", $"{paper.SchoolYear} учебный год"), TextLook.Large),
    ];

    private static IEnumerable<Block> Contents(ProtocolBookPaper paper)
    {
        var language = paper.Language;
        yield return new Title(language.Say("МАЗМУНУ", "СОДЕРЖАНИЕ"));
        if (paper.Contents.Count == 0)
            yield return new Paragraph(language.Say("Бул окуу жылында жыйналыш өткөн жок.", "В этом учебном году заседаний не было."));
        else
            yield return new Table(
                language.Say<Column[]>([new("№", 8), new("Күнү", 16), new("Күн тартиби", 56), new("Барак", 20)], [new("№", 8), new("Дата", 16), new("Повестка дня", 56), new("Лист", 20)]),
                [.. paper.Contents.Select(line => Row(paper, line))]);
    }

    private static IReadOnlyList<Cell> Row(ProtocolBookPaper paper, ProtocolBookLine line)
    {
        var protocol = paper.Protocols.FirstOrDefault(one => one.Number == line.Number);
        var agenda = protocol is null
            ? paper.Language.Say("кол коюла элек: бул китепте жок", "ещё не подписан: в этой книге его нет")
            : string.Join(" ", protocol.Items.Select((item, i) => $"{i + 1}. {protocol.Language.Matter(item)}"));
        return [line.Number, line.Date, agenda, Cell.Empty];
    }

    private static IEnumerable<Block> Protocol(ProtocolPaper protocol) => [new PageBreak(), .. ProtocolForm.Of(protocol, protocol.Language)];

    private static IEnumerable<Block> LastPage(PaperLanguage language) =>
    [
        new Paragraph(language.Say("Китепте ____ барак тигилип, номерленип, мөөр басылды.", "В книге прошито, пронумеровано и скреплено печатью ____ листов.")),
        new Signatures([new Signature("Директор", "")]),
    ];
}

/// <summary>What the book of a school year holds.</summary>
public sealed record ProtocolBookPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string SchoolYear { get; init; }

    /// <summary>Every meeting of the year that has a number, signed or not, in their order.</summary>
    public required IReadOnlyList<ProtocolBookLine> Contents { get; init; }

    /// <summary>Those that are frozen.</summary>
    public required IReadOnlyList<ProtocolPaper> Protocols { get; init; }
}

public sealed record ProtocolBookLine(int Number, DateOnly Date);
