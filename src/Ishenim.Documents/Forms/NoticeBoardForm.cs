namespace Ishenim.Documents.Forms;

/// <summary>An answer for the notice board: number and day name the letter, nothing else does.</summary>
public static class NoticeBoardForm
{
    public static Document Of(NoticeBoardPaper paper) => new()
    {
        Title = paper.Language.Say($"Жооп, каттоо № {paper.RegisterNumber}", $"Ответ, рег. № {paper.RegisterNumber}"),
        Language = paper.Language,
        Page = new PageFormat { FontSize = 16, Numbered = false },
        Blocks = [.. Blocks(paper)],
    };

    private static IEnumerable<Block> Blocks(NoticeBoardPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(paper.School.Name, TextLook.Centred);
        yield return new Title(
            language.Say("ИШЕНИМ ПОЧТАСЫ", "ПОЧТА ДОВЕРИЯ"), language.Say("Катка жооп", "Ответ на письмо"));
        yield return new Facts(
        [
            new(language.Say("Каттоо номери", "Регистрационный номер"), paper.RegisterNumber),
            new(language.Say("Катталган күнү", "Дата регистрации"), PaperDates.Short(paper.RegisteredOn)),
        ]);
        yield return new Paragraph(paper.Answer);
        yield return new Paragraph(language.Say(
            "Жооп түшүнүксүз болсо же жардам бербесе, дагы жазсаңыз болот. Атыңызды айтпасаңыз да болот.",
            "Если ответ непонятен или не помог, можно написать ещё раз. Имя можно не называть."), TextLook.Small);
        yield return new Paragraph(language.Say(
            $"Жооп берилген күнү: {PaperDates.Short(paper.AnsweredOn)}", $"Дата ответа: {PaperDates.Short(paper.AnsweredOn)}"), TextLook.Small);
    }
}
