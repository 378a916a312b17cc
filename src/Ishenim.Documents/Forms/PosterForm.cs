namespace Ishenim.Documents.Forms;

/// <summary>The poster of the trust mail (F1): what, where, when, who reads, and whom to call.</summary>
public static class PosterForm
{
    public static Document Of(PosterPaper paper) => new()
    {
        Title = paper.Language.Say("Ишеним почтасы", "Почта доверия"),
        Language = paper.Language,
        Page = new PageFormat
        {
            Size = paper.Size, FontSize = paper.Size == PaperSize.A3 ? 27 : 18, Numbered = false, Spacing = 0.7,
            Margins = new PageMargins(Left: 20, Right: 20, Top: 18, Bottom: 15),
        },
        Blocks = [.. Blocks(paper)],
    };

    private static IEnumerable<Block> Blocks(PosterPaper paper)
    {
        var words = PosterWords.Of(paper);
        yield return new Paragraph(words.Title, TextLook.Huge);
        yield return new Paragraph(words.School, TextLook.Centred);
        yield return new Paragraph(words.Lead);
        yield return new Paragraph(words.HowTitle, TextLook.Strong);
        yield return new Beside(
            [new Bulleted(words.How)],
            [new QrCode(paper.FormAddress.AbsoluteUri, null, paper.Size == PaperSize.A3 ? 70 : 45)],
            paper.Size == PaperSize.A3 ? 80 : 50);
        foreach (var line in words.Promises)
            yield return new Paragraph(line);
        yield return new Paragraph($"{words.DangerTitle}\n{words.Danger}", TextLook.Framed);
    }
}
