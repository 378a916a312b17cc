namespace Ishenim.Documents.Forms;

/// <summary>
/// Blank letter sheets, each with a stub to tear off. The sheet bears the slip's number and no code, the stub the code and
/// no number: whoever has one of them cannot find the other. Any number of them is written one by one.
/// </summary>
public static class SlipSheetsForm
{
    private const int WholeSheet = 262;
    private const int HalfSheet = 128;
    private const int CodeSide = 22;

    /// <summary>The document without any sheet.</summary>
    public static Document Of(SlipSheetsPaper paper) => new()
    {
        Title = paper.Language.Say("Ишеним каты", "Письмо доверия"),
        Language = paper.Language,
        Page = new PageFormat { Margins = new PageMargins(Left: 15, Right: 15, Top: 15, Bottom: 15), Numbered = false },
        Blocks = [],
    };

    /// <summary>With sheets that are all there already, as PDF wants them.</summary>
    public static Document Of(SlipSheetsPaper paper, IEnumerable<SlipSheet> sheets) =>
        Of(paper) with { Blocks = [.. sheets.SelectMany((sheet, i) => Blocks(paper, sheet, i))] };

    /// <summary>The sheets as blocks, as they come.</summary>
    public static async IAsyncEnumerable<Block> SheetsAsync(SlipSheetsPaper paper, IAsyncEnumerable<SlipSheet> sheets)
    {
        var i = 0;
        await foreach (var sheet in sheets)
            foreach (var block in Blocks(paper, sheet, i++))
                yield return block;
    }

    private static IEnumerable<Block> Blocks(SlipSheetsPaper paper, SlipSheet sheet, int index)
    {
        if (index > 0)
            yield return index % paper.PerPage == 0
                ? new PageBreak()
                : new TearLine(paper.Language.Say("Ушул жерден кесиңиз", "Разрежьте здесь"));
        yield return new Part([.. Letter(paper, sheet), .. Stub(paper, sheet)], paper.PerPage == 1 ? WholeSheet : HalfSheet);
    }

    private static IEnumerable<Block> Letter(SlipSheetsPaper paper, SlipSheet sheet)
    {
        var language = paper.Language;
        yield return new Beside(
            [
                new Paragraph(language.Say("ИШЕНИМ КАТЫ", "ПИСЬМО ДОВЕРИЯ"), TextLook.Strong),
                new Paragraph(paper.School.Name, TextLook.Small),
                new Paragraph(language.Say(
                    "Эмне болду же эмнени сунуштайсыз? Эмне, качан, кайда болгонун жазыңыз. Атыңызды жазбасаңыз да болот.",
                    "Что случилось или что вы предлагаете? Напишите, что, когда и где было. Имя можно не называть."), TextLook.Small),
            ],
            [new QrCode(sheet.QrText, sheet.Number, CodeSide)],
            30);
        yield return new WritingLines(paper.PerPage == 1 ? 20 : 5);
    }

    private static IEnumerable<Block> Stub(SlipSheetsPaper paper, SlipSheet sheet)
    {
        var language = paper.Language;
        yield return new TearLine(language.Say("Үзүлмө талон: ушул жерден үзүп алып, сактап коюңуз", "Отрывной талон: оторвите здесь и сохраните"));
        yield return new Beside(
            [
                new Paragraph(language.Say("Катыңыздын коду", "Код вашего письма"), TextLook.Small),
                new Paragraph(FormWords.Code(sheet.Code), TextLook.Code),
                new Paragraph(language.Say(
                    $"Жоопту ушул код менен көрөсүз: {paper.AnswerAddress}\nКодду эч кимге көрсөтпөңүз. Код жоголсо, аны кайра бере албайбыз.",
                    $"По этому коду вы увидите ответ: {paper.AnswerAddress}\nНикому не показывайте код. Если код потеряется, мы не сможем дать его снова."), TextLook.Small),
            ],
            [new QrCode(paper.AnswerAddress, null, CodeSide)],
            26);
    }
}
