using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ishenim.Documents.Word;

/// <summary>Each kind of block as Word's elements.</summary>
internal sealed class DocxBlocks(MainDocumentPart main, PageFormat page)
{
    private readonly DocxPictures _pictures = new(main);
    private readonly DocxText _plain = new();

    public IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Title title => TitleOf(title),
        Heading heading => DocxTables.Bare(page.WidthInside, page.WidthInside / 2, [_plain.Of(heading.Left)], [(_plain with { AtEdge = heading.RightAtEdge }).Of(heading.Right)]),
        Paragraph paragraph => [Look(paragraph.Look).Of(paragraph.Text)],
        Facts facts => [_plain.Of(facts.Lines.Select(fact => $"{fact.Name}: {fact.Value}"))],
        Numbered list => list.Lines.Select((line, i) => Item($"{i + 1}.", line)),
        Bulleted list => list.Lines.Select(line => Item("•", line)),
        Table table => DocxTables.Ruled(table, page.WidthInside),
        Signatures signatures => SignaturesOf(signatures),
        WritingLines lines => Enumerable.Range(0, lines.Count).Select(_ => DocxTables.WritingLine()),
        Beside beside => DocxTables.Bare(page.WidthInside, beside.RightMillimetres, beside.Left.SelectMany(Of), beside.Right.SelectMany(Of)),
        Part part => part.Blocks.SelectMany(Of),
        Room room => [DocxTables.Room(room.Millimetres)],
        PageBreak => [new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        TearLine tear => [Small.Of("– – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – –", tear.Text)],
        FingerprintFoot foot => DocxTables.Bare(page.WidthInside, 25, [Small.Of(foot.Label, foot.Text)], [_pictures.Qr(foot.Text, 20)]),
        QrCode code => QrOf(code),
        _ => throw new ArgumentException($"No Word form for {block.GetType().Name}.", nameof(block)),
    };

    private DocxText Small => new() { Size = page.FontSize * 0.75, Centred = true };

    private DocxText Look(TextLook look) => look switch
    {
        TextLook.Strong => _plain with { Strong = true },
        TextLook.Small => _plain with { Size = page.FontSize * 0.75 },
        TextLook.Centred => _plain with { Centred = true },
        TextLook.Large => _plain with { Centred = true, Size = page.FontSize * 1.5 },
        TextLook.Huge => _plain with { Strong = true, Centred = true, Size = page.FontSize * 2.2 },
        TextLook.Code => _plain with { Strong = true, Centred = true, Mono = true, Size = page.FontSize * 1.6 },
        TextLook.Framed => _plain with { Framed = true },
        _ => _plain,
    };

    private IEnumerable<OpenXmlElement> TitleOf(Title title)
    {
        var look = new DocxText { Strong = true, Centred = true, Size = page.FontSize * 1.3, Room = 6 };
        yield return look.Of(title.Text);
        if (title.Below is { } below)
            yield return (look with { Size = page.FontSize * 1.1 }).Of(below);
    }

    private DocumentFormat.OpenXml.Wordprocessing.Paragraph Item(string mark, string line)
    {
        var look = _plain with { Hanging = true };
        var paragraph = look.Of(mark);
        paragraph.Append(new Run(new TabChar()), look.Run([line]));
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> SignaturesOf(Signatures signatures)
    {
        var look = _plain with { Room = 6 };
        var lines = signatures.Lines.Select(line => look.Of($"{line.Before} ____________ {line.Name}".TrimStart())).ToList();
        return signatures.InOneRow && lines.Count == 2
            ? DocxTables.Bare(page.WidthInside, page.WidthInside / 2, [lines[0]], [lines[1]])
            : lines;
    }

    private IEnumerable<OpenXmlElement> QrOf(QrCode code)
    {
        yield return _pictures.Qr(code.Content, code.Millimetres);
        if (code.Below is { } below)
            yield return (_plain with { Centred = true }).Of(below);
    }
}
