using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Spreadsheet;
using Ishenim.Documents.Html;
using Ishenim.Documents.Pdf;
using Ishenim.Documents.Word;
using Ishenim.Documents.Workbook;
using Ishenim.Testing.Papers;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Ishenim.Documents.Forms;

/// <summary>The commission's papers say what its protocols say, in this order, and are opened again.</summary>
public sealed class ProtocolFormTests
{
    private static readonly string[] Kyrgyz =
    [
        "Мисал айылындагы № 5 орто мектеп", "«Ишеним кутучасын» ачуу боюнча комиссиянын жыйналышынын ПРОТОКОЛУ № 3", "(2026–2027-окуу жылы)",
        "2026-жылдын 16-ноябры, саат 15:10", "12-кабинет", "Төрайымы: Жыпара Үсөнова", "Катчысы: Нурлан Эсенов",
        "Катышкандар: Айгүл Төлөгөнова — директордун орун басары — администрациядан (алыстан); Нурлан Эсенов — мугалим — мугалимдерден; Жыпара Үсөнова — ата-энелердин комитетинен",
        "Катышпагандар (себеби): Сезим Жокова — ооруп калган", "Чакырылгандар: Асан Чакырылов, психолог", "Комиссиянын мүчөлөрү: 4. Катышканы: 3. Кворум бар.",
        "КҮН ТАРТИБИ:", "Комиссиянын төрагасын (төрайымын) шайлоо жөнүндө.", "Кайрылууну кароо жөнүндө (каттоо № 2026-18).", "Ашканын абалы жөнүндө",
        "1. УГУЛДУ: Айгүл Төлөгөнова талапкерлерди сунуштады.", "ДОБУШ БЕРҮҮ (1-тур): Жыпара Үсөнова — 1, Нурлан Эсенов — 1, баарына каршы — 1, калыс калгандар — 0.",
        "ДОБУШ БЕРҮҮ (2-тур): Жыпара Үсөнова — 2, калыс калгандар — 1.", "КОМИССИЯ ТОКТОМ КЫЛАТ:", "Комиссиянын төрайымы болуп Жыпара Үсөнова шайлансын.",
        "2. УГУЛДУ: Айгүл Төлөгөнова — кат ашкана жөнүндө.", "ЧЫГЫП СҮЙЛӨШТҮ: Нурлан Эсенов — чындык.", "ӨЗҮН ЧЕТТЕТТИ: Жыпара Үсөнова бул маселени кароого катышкан жок.",
        "3. УГУЛДУ, ЧЫГЫП СҮЙЛӨШТҮ: кат менен бирге мөөрлөнгөн", "4. УГУЛДУ:", "ДОБУШ БЕРҮҮ: макул — 2, каршы — 1, калыс калгандар — 0.",
        "Атма-ат: макул: Жыпара Үсөнова, Нурлан Эсенов; каршы: Айгүл Төлөгөнова.", "4.1. Ашканага жаңы меш коюлсун. Аткаруучу: Айгүл Төлөгөнова. Мөөнөтү: 30.11.2026.",
        "17.11.2026, Айгүл Төлөгөнова: Саат 15:10 болгон.", "Төрайымы: ____________ Жыпара Үсөнова", "Катчысы: ____________ Нурлан Эсенов", PaperSamples.Fingerprint,
    ];

    private static readonly string[] Russian =
    [
        "средняя школа № 5 села Мисал", "ПРОТОКОЛ № 3 заседания комиссии по вскрытию «Ящика доверия»", "(2026–2027 учебный год)", "16 ноября 2026 г., 15:10", "Председатель: Жыпара Үсөнова",
        "Секретарь: Нурлан Эсенов", "Присутствовали:", "— от администрации (дистанционно)", "— от учителей", "— от родительского комитета", "Отсутствовали (причина): Сезим Жокова", "Приглашены:",
        "Членов комиссии: 4. Присутствуют: 3. Кворум имеется.", "ПОВЕСТКА ДНЯ:", "Об избрании председателя комиссии.", "О рассмотрении обращения (рег. № 2026-18).",
        "1. СЛУШАЛИ:", "ГОЛОСОВАЛИ (1-й тур):", "КОМИССИЯ ПОСТАНОВЛЯЕТ:", "Избрать председателем комиссии: Жыпара Үсөнова.", "ВЫСТУПИЛИ:", "САМООТВОД: Жыпара Үсөнова в рассмотрении вопроса не участвует.",
        "запечатано вместе с письмом", "ГОЛОСОВАЛИ: за — 2, против — 1, воздержались — 0.", "4.1. Ашканага жаңы меш коюлсун. Исполнитель: Айгүл Төлөгөнова. Срок: 30.11.2026.", PaperSamples.Fingerprint,
    ];

    [Fact]
    public void Protocol_Kyrgyz_SaysWhatThePaperSays() => AssertSays(Text(ProtocolForm.Of(ProtocolSamples.Protocol(PaperLanguage.Kyrgyz))), Kyrgyz);

    [Fact]
    public void Protocol_Russian_SaysWhatThePaperSays() => AssertSays(Text(ProtocolForm.Of(ProtocolSamples.Protocol(PaperLanguage.Russian))), Russian);

    [Fact]
    public void Protocol_InWord_HasTheSameWordsAndItsQrCode()
    {
        using var word = OpenedAgain.Word(DocxWriter.Write(ProtocolForm.Of(ProtocolSamples.Protocol(PaperLanguage.Kyrgyz))));

        AssertSays(word.MainDocumentPart!.Document.InnerText, [.. Kyrgyz.Where(line => !line.Contains("____", StringComparison.Ordinal) && !char.IsAsciiDigit(line[0]))]);
        Assert.Single(word.MainDocumentPart.ImageParts);
    }

    [Fact]
    public async Task Protocol_AsPdf_HasItsWordsAndFingerprint()
    {
        var pdf = await new PdfProgram(null).WriteAsync(ProtocolForm.Of(ProtocolSamples.Protocol(PaperLanguage.Kyrgyz)), CancellationToken.None);
        var text = Machine.Flat(string.Concat(await Machine.PagesAsync(pdf.Pdf!)));

        foreach (var words in new[] { "ПРОТОКОЛУ № 3", "КОМИССИЯ ТОКТОМ КЫЛАТ", "төрайымы болуп Жыпара Үсөнова шайлансын", PaperSamples.Fingerprint })
            Assert.Contains(Machine.Flat(words), text, StringComparison.Ordinal);
    }

    /// <summary>The word follows the person; nobody takes a draft for a protocol.</summary>
    [Fact]
    public void Protocol_DraftOfAManWithoutQuorumEnteredLate_SaysAllOfIt()
    {
        var paper = ProtocolSamples.Protocol(PaperLanguage.Kyrgyz) with
        {
            Fingerprint = null,
            Chair = new("Асан Усенов", Woman: false),
            Quorum = false,
            EnteredLateOn = new(2026, 11, 20),
            Extraordinary = true,
            Absent = [],
            Guests = [],
            Notes = [],
        };

        var text = Text(ProtocolForm.Of(paper));

        AssertSays(text, ["ДОЛБООР", "Кезектен тышкары жыйналыш", "Төрагасы: Асан Усенов", "Кворум жок.", "Протокол кеч киргизилди. Киргизилген күнү: 20.11.2026", "Төрагасы: ____________ Асан Усенов"]);
        foreach (var absent in new[] { "Катышпагандар", "Чакырылгандар", "оңдоолор", "Журналдын изи" })
            Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Protocol_MinutesContradict_SaysThatTheyAreNotWhatWasSigned() => AssertSays(
        Text(ProtocolForm.Of(ProtocolSamples.Protocol(PaperLanguage.Kyrgyz) with { Items = [ProtocolSamples.Letter(ProtocolGap.Contradicts)] })), ["кол коюлган сөздөр эмес"]);

    [Theory]
    [InlineData(2, "2. УГУЛДУ:")]
    [InlineData(null, "УГУЛДУ:")]
    public void Extract_OneItem_HoldsNoOther(int? place, string heard)
    {
        var item = ProtocolSamples.Letter(ProtocolGap.No) with { Resolved = "Маселе каралсын." };
        var text = Text(ProtocolExtractForm.Of(ProtocolSamples.Protocol(PaperLanguage.Kyrgyz), item, place, new(2026, 12, 1)));

        AssertSays(text, ["ПРОТОКОЛДОН КӨЧҮРМӨ", "протокол № 3, 2026–2027-окуу жылы", "Төрайымы: Жыпара Үсөнова", heard, "КОМИССИЯ ТОКТОМ КЫЛАТ:", "Маселе каралсын.", "Көчүрмө туура. Жасалган күнү: 01.12.2026", PaperSamples.Fingerprint]);
        Assert.DoesNotContain("меш", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_TwoOfThreeSigned_HasCoverContentsAndBoth()
    {
        var text = Text(ProtocolBookForm.Of(ProtocolSamples.Book(PaperLanguage.Kyrgyz)));

        AssertSays(text, ["протоколдорунун китеби", "2026–2027-окуу жылы", "МАЗМУНУ", "16.11.2026", "23.11.2026", "кол коюла элек: бул китепте жок", "30.11.2026", "ПРОТОКОЛУ № 1", "ПРОТОКОЛУ № 3", "Китепте ____ барак"]);
        AssertSays(Text(ProtocolBookForm.Of(ProtocolSamples.Book(PaperLanguage.Russian) with { Contents = [], Protocols = [] })), ["Книга протоколов", "СОДЕРЖАНИЕ", "заседаний не было"]);
    }

    [Fact]
    public void Decisions_Workbook_HasStatesAndDaysAndNoFormula()
    {
        using var book = OpenedAgain.Workbook(XlsxWriter.Write(DecisionsRegisterForm.Of(ProtocolSamples.Decisions(PaperLanguage.Kyrgyz, "=HYPERLINK(\"http://evil\")"))));
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var cells = sheet.Descendants<SheetCell>().Select(cell => cell.InnerText).ToList();

        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Contains("=HYPERLINK(\"http://evil\")", cells);
        Assert.Equal(["аткарылууда", "мөөнөтү өттү", "аткарылды", "алынып салынды"], cells.Where(cell => cell is "аткарылууда" or "мөөнөтү өттү" or "аткарылды" or "алынып салынды"));
        AssertSays(Text(DecisionsRegisterForm.Of(ProtocolSamples.Decisions(PaperLanguage.Russian))), ["Реестр решений комиссии", "Исполнитель", "Состояние", "просрочено", "выполнено"]);
    }

    private static void AssertSays(string text, IReadOnlyList<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var found = text.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{word}' is missing, or stands too early, in: {text}");
            at = found + word.Length;
        }
    }

    private static string Text(Document document) => new HtmlParser()
        .ParseDocument(HtmlWriter.Write(document).Replace("<br>", "\n", StringComparison.Ordinal)).QuerySelector("main")!.TextContent;
}
