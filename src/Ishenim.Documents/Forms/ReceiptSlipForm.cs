namespace Ishenim.Documents.Forms;

/// <summary>A small slip with the code, for whoever brought a letter by hand or told it (X6).</summary>
public static class ReceiptSlipForm
{
    private const int Height = 100;

    public static Document Of(ReceiptSlipPaper paper) => new()
    {
        Title = paper.Language.Say("Катыңыздын коду", "Код вашего письма"),
        Language = paper.Language,
        Page = new PageFormat { Margins = new PageMargins(Left: 15, Right: 15, Top: 15, Bottom: 15), Numbered = false },
        Blocks = [new Part([.. Slip(paper)], Height), new TearLine(paper.Language.Say("Ушул жерден кесиңиз", "Отрежьте здесь"))],
    };

    private static IEnumerable<Block> Slip(ReceiptSlipPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(language.Say("ИШЕНИМ ПОЧТАСЫ", "ПОЧТА ДОВЕРИЯ"), TextLook.Strong);
        yield return new Paragraph(paper.School.Name, TextLook.Small);
        yield return new Facts([.. Facts(paper)]);
        yield return new Paragraph(language.Say("Катыңыздын коду", "Код вашего письма"));
        yield return new Beside(
            [
                new Paragraph(FormWords.Code(paper.Code), TextLook.Code),
                new Paragraph(language.Say(
                    $"Жоопту ушул код менен көрөсүз: {paper.AnswerAddress}\nКод жоголсо, аны кайра бере албайбыз. Кодду эч кимге көрсөтпөңүз.",
                    $"По этому коду вы увидите ответ: {paper.AnswerAddress}\nЕсли код потеряется, мы не сможем дать его снова. Никому не показывайте код."), TextLook.Small),
            ],
            [new QrCode(paper.AnswerAddress, null, 25)],
            30);
        yield return new Paragraph(language.Say(
            "Бирөөгө азыр коркунуч болсо, жоопту күтпөй чалыңыз: 111 — балдардын ишеним телефону (акысыз, күнү-түнү), 102 — милиция.",
            "Если кому-то грозит опасность прямо сейчас, не ждите ответа, звоните: 111 — детский телефон доверия (бесплатно, круглосуточно), 102 — милиция."), TextLook.Small);
    }

    private static IEnumerable<Fact> Facts(ReceiptSlipPaper paper)
    {
        if (paper.RegisterNumber is { } number)
            yield return new(paper.Language.Say("Каттоо номери", "Регистрационный номер"), number);
        if (paper.RegisteredOn is { } day)
            yield return new(paper.Language.Say("Катталган күнү", "Дата регистрации"), PaperDates.Short(day));
        if (paper.DueOn is { } due)
            yield return new(paper.Language.Say("Жооп ушул күнгө чейин берилет", "Ответ будет дан до этого дня"), PaperDates.Short(due));
    }
}
