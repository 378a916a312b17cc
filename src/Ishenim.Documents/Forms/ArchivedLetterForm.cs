namespace Ishenim.Documents.Forms;

/// <summary>A letter from its arrival to its end, for readers in many years: nothing of it needs this program.</summary>
public static class ArchivedLetterForm
{
    public static Document Of(ArchivedLetterPaper paper) => new()
    {
        Title = paper.Language.Say($"Кайрылуу № {paper.Number}", $"Обращение № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Blocks(paper)],
    };

    /// <summary>Many letters in one paper, each from a new sheet on.</summary>
    public static Document Of(string title, PaperLanguage language, IEnumerable<ArchivedLetterPaper> papers) => new()
    {
        Title = title,
        Language = language,
        Blocks = [.. papers.SelectMany((paper, i) => i == 0 ? Blocks(paper) : Blocks(paper).Prepend(new PageBreak()))],
    };

    private static IEnumerable<Block> Blocks(ArchivedLetterPaper paper)
    {
        yield return new Paragraph(paper.School.Name);
        yield return new Title(paper.Language.Say($"Кайрылуу № {paper.Number}", $"Обращение № {paper.Number}"));
        yield return new Facts(paper.Facts);
        foreach (var part in paper.Parts)
        {
            yield return new Paragraph($"{PaperDates.Short(part.Day)} · {part.Head}", TextLook.Strong);
            yield return new Paragraph(part.Text);
            if (part.Files.Count > 0)
                yield return new Paragraph(paper.Language.Say("Файлдар: ", "Файлы: ") + string.Join(", ", part.Files), TextLook.Small);
        }
    }
}
