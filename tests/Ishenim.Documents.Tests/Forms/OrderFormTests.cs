using AngleSharp.Html.Parser;
using Ishenim.Documents.Html;
using Ishenim.Documents.Pdf;
using Ishenim.Documents.Word;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Forms;

/// <summary>The order that appoints the commission says what the regulation's order says, in this order, and is opened again.</summary>
public sealed class OrderFormTests
{
    private static readonly string[] Kyrgyz =
    [
        "Мисал айылындагы № 5 орто мектеп", "БУЙРУК № 41", "2026-жылдын 3-сентябры", "Мисал айылы",
        "«Ишеним кутучасын» ачуу боюнча комиссияны түзүү жана жооптуу адамды дайындоо жөнүндө",
        "Мектептин ишеним почтасы жөнүндө жобону аткаруу максатында БУЙРУК КЫЛАМ:",
        "1. «Ишеним кутучасын» ачуу боюнча комиссия төмөнкү курамда түзүлсүн:",
        "администрациядан: Айгүл Төлөгөнова — директордун орун басары;",
        "мугалимдерден: Нурлан Эсенов — мугалим, Асел Үмөтова — мугалим;",
        "ата-энелердин комитетинен: Жыпара Үсөнова.",
        "2. Комиссиянын биринчи жыйналышы өткөрүлсүн (күнү: 10.09.2026). Анда комиссиянын мүчөлөрүнүн ичинен төрага же төрайым шайлансын.",
        "3. «Ишеним кутучасы» менен иштөө үчүн жооптуу адам болуп директордун орун басары Айгүл Төлөгөнова дайындалсын, кутучанын ачкычы анда сакталсын. Ал жок кезде анын милдетин Сезим Жокова — завуч аткарсын.",
        "4. Кутуча он беш (15) күндө бир жолу ачылсын, ар бир ачылышы журналга жазылсын, кайрылуу болсо, аны алуу жөнүндө акт түзүлсүн.",
        "5. Жооптуу адам жана комиссиянын мүчөлөрү купуялуулукту сактоо жөнүндө милдеттенмеге кол койсун.",
        "6. Ушул буйруктун аткарылышын көзөмөлдөөнү өзүмө калтырам.",
        "Директор ____________ Г. Өмүралиева",
        "Буйрук менен тааныштым: Айгүл Төлөгөнова ____________ (колу, күнү)", "Буйрук менен тааныштым: Сезим Жокова ____________ (колу, күнү)",
        "Буйрук менен тааныштым: Нурлан Эсенов ____________ (колу, күнү)", "Буйрук менен тааныштым: Асел Үмөтова ____________ (колу, күнү)",
        "Буйрук менен тааныштым: Жыпара Үсөнова ____________ (колу, күнү)", PaperSamples.Fingerprint,
    ];

    private static readonly string[] Russian =
    [
        "средняя школа № 5 села Мисал", "ПРИКАЗ № 41", "3 сентября 2026 г.", "О создании комиссии по вскрытию «Ящика доверия» и назначении ответственного лица",
        "Во исполнение Положения о почте доверия школы ПРИКАЗЫВАЮ:", "1. Создать комиссию по вскрытию «Ящика доверия» в составе:",
        "от администрации: Айгүл Төлөгөнова — директордун орун басары;", "от учителей: Нурлан Эсенов — мугалим,", "от родительского комитета: Жыпара Үсөнова.",
        "2. Провести первое заседание комиссии (дата: 10.09.2026) и избрать на нём председателя из числа её членов.",
        "3. Назначить ответственным лицом по работе с «Ящиком доверия»: Айгүл Төлөгөнова, заместитель директора. Ключ от ящика хранится у ответственного лица. На время отсутствия его обязанности исполняет: Сезим Жокова — завуч.",
        "4. Вскрывать ящик один раз в пятнадцать (15) дней, каждое вскрытие записывать в журнал, при наличии обращений составлять акт выемки.",
        "5. Ответственному лицу и членам комиссии подписать обязательство о сохранении конфиденциальности.", "6. Контроль за исполнением приказа оставляю за собой.",
        "Директор ____________ Г. Өмүралиева", "С приказом ознакомлен(а): Айгүл Төлөгөнова ____________ (подпись, дата)",
        "С приказом ознакомлен(а): Жыпара Үсөнова ____________ (подпись, дата)", PaperSamples.Fingerprint,
    ];

    [Fact]
    public void Order_Kyrgyz_SaysWhatThePaperSays() => AssertSays(Text(OrderSamples.Order(PaperLanguage.Kyrgyz)), Kyrgyz);

    [Fact]
    public void Order_Russian_SaysWhatThePaperSays() => AssertSays(Text(OrderSamples.Order(PaperLanguage.Russian)), Russian);

    [Fact]
    public void Order_WhoIsTwiceInIt_SignsOnce()
    {
        var text = Text(OrderSamples.Order(PaperLanguage.Kyrgyz));

        Assert.Single(text.Split("тааныштым: Айгүл Төлөгөнова").Skip(1));
        Assert.DoesNotContain("Долбоор", text, StringComparison.Ordinal);
    }

    /// <summary>Nothing is made up for what is not known: a line is left, or a sentence less.</summary>
    [Fact]
    public void Order_DraftOfASchoolWithOtherWays_SaysThem()
    {
        var paper = OrderSamples.Order(PaperLanguage.Kyrgyz) with { Fingerprint = null, StandIn = null, ResponsibleIsDeputy = false, Responsible = new("Бакыт Үлгүев", "педагог"), OpeningEveryDays = 7, Teachers = [] };

        AssertSays(Text(paper), "Долбоор: комиссиянын курамы программада бекитиле элек.", "мугалимдерден: ____________;",
            "жооптуу адам болуп Бакыт Үлгүев (педагог) дайындалсын, кутучанын ачкычы анда сакталсын.", "4. Кутуча 7 күндө бир жолу ачылсын");
        Assert.DoesNotContain("Ал жок кезде", Text(paper), StringComparison.Ordinal);
        AssertSays(Text(paper with { Responsible = null, ResponsibleIsDeputy = true }), "директордун орун басары ____________ дайындалсын");
    }

    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public void Order_InWord_HasTheSameWordsAndItsQrCode(PaperLanguage language)
    {
        using var word = OpenedAgain.Word(DocxWriter.Write(OrderForm.Of(OrderSamples.Order(language))));

        var lines = (language == PaperLanguage.Kyrgyz ? Kyrgyz : Russian).Where(line => !line.StartsWith("Директор", StringComparison.Ordinal));
        AssertSays(word.MainDocumentPart!.Document.InnerText, [.. lines]);
        Assert.Single(word.MainDocumentPart.ImageParts);
    }

    [Fact]
    public async Task Order_AsPdf_HasItsWordsAndFingerprint()
    {
        var pdf = await new PdfProgram(null).WriteAsync(OrderForm.Of(OrderSamples.Order(PaperLanguage.Kyrgyz)), CancellationToken.None);
        var text = Machine.Flat(string.Concat(await Machine.PagesAsync(pdf.Pdf!)));

        foreach (var words in new[] { "БУЙРУК № 41", "БУЙРУК КЫЛАМ:", "Буйрук менен тааныштым: Жыпара Үсөнова", PaperSamples.Fingerprint })
            Assert.Contains(Machine.Flat(words), text, StringComparison.Ordinal);
    }

    private static string Text(OrderPaper paper) => string.Join(' ', new HtmlParser().ParseDocument(HtmlWriter.Write(OrderForm.Of(paper))).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void AssertSays(string text, params string[] lines)
    {
        var at = 0;
        foreach (var line in lines)
        {
            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"missing, or out of order: {line}\n{text}");
            at = found + line.Length;
        }
    }
}
