using AngleSharp.Html.Parser;
using Ishenim.Documents.Html;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Forms;

/// <summary>The forms say what the regulation's papers say, in this order.</summary>
public sealed class WordingTests
{
    [Fact]
    public void Act_Kyrgyz_SaysWhatThePaperSays() => AssertSays(ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz)),
        "БЕКИТЕМИН", "Мисал айылындагы № 5 орто мектептин директору", "_______________ Г. Өмүралиева", "«____» _______________ 20____-ж.",
        "АКТ № 7", "«Ишеним кутучасынан» кайрылууларды алуу жөнүндө", "2026-жылдын 16-ноябры", "Мисал айылы",
        "Кутуча: № 1, А блогу, биринчи кабат, коридор", "Ачылган күнү жана убактысы: 16.11.2026, 15:10",
        "Негиз: ишеним почтасы жөнүндө жобо (бекитилген күнү: 30.08.2022); директордун буйругу (№ 41, 03.09.2026)",
        "Биз, төмөндө кол койгондор:", "Айгүл Төлөгөнова — директордун орун басары, жооптуу адам;", "Нурлан Эсенов — мугалим, комиссиянын мүчөсү;",
        "Жыпара Үсөнова — ата-энелердин комитети, комиссиянын мүчөсү —", "«Ишеним кутучасын» ачып, ушул актыны түздүк.",
        "Ачуунун алдында кутуча, кулпу жана пломба текшерилди: бүтүн, бузулган жери жок. Пломбанын номери: 0417.",
        "Кутучадан 3 кайрылуу (5 барак) алынды. Анын ичинен: кол коюлганы — 1, анонимдүүсү — 2.",
        "Кайрылууга жатпаган 2 барак өзүнчө коюлду. Себеби: жарнак.",
        "Кайрылуулардын мазмуну жана кайрылуучулардын аты-жөнү бул актыга жазылган жок.",
        "Кутуча кайра кулпуланып, жаңы пломба салынды. Пломбанын номери: 0418.", "Алынган кайрылуулар каттоого тапшырылды.",
        "№", "Түрү", "Кол коюлган же анонимдүү", "Барак саны", "Каттоо №", "Эскертүү", "2026-111",
        "Тапшырды: ____________ Айгүл Төлөгөнова", "Кабыл алды: ____________ Гүлнара Өмүралиева", "Колдору:", PaperSamples.Fingerprint);

    [Fact]
    public void Act_Russian_SaysWhatThePaperSays() => AssertSays(
        ActForm.Of(PaperSamples.Act(PaperLanguage.Russian) with { Broken = "сорван замок", RegulationApprovedOn = null, OrderDate = null }),
        "УТВЕРЖДАЮ", "Директор средней школы № 5 села Мисал", "«____» _______________ 20____ г.", "средняя школа № 5 села Мисал",
        "АКТ № 7", "выемки обращений из «Ящика доверия»", "16 ноября 2026 г.", "Ящик: № 1,", "Дата и время вскрытия: 16.11.2026, 15:10",
        "Основание: Положение о почте доверия; приказ директора (№ 41)", "Мы, нижеподписавшиеся:",
        ", ответственное лицо;", ", член комиссии;", ", член комиссии, —", "вскрыли «Ящик доверия» и составили настоящий акт.",
        "Перед вскрытием осмотрены ящик, замок и пломба: повреждения: сорван замок. Номер пломбы: 0417.",
        "Извлечено обращений: 3, листов: 5. Из них подписанных: 1, анонимных: 2.",
        "Отложено листов, не являющихся обращениями: 2. Причина: жарнак.",
        "Содержание обращений и имена заявителей в настоящий акт не внесены.", "Ящик снова закрыт на замок, поставлена новая пломба. Номер пломбы: 0418.",
        "Извлечённые обращения переданы на регистрацию.", "Вид", "Подписано или анонимно", "Листов", "Рег. №", "Примечание", "Сдал(а):", "Принял(а):", "Подписи:");

    [Fact]
    public void Act_LateAndCorrected_SaysBoth() => AssertSays(
        ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz) with
        {
            EnteredLateOn = new(2026, 11, 18),
            Corrections = [new(1, new(2026, 11, 20), "пломбанын номери 0419", "Айгүл Төлөгөнова")],
        }),
        "Акт кеч киргизилди. Киргизилген күнү: 18.11.2026", "Актыга оңдоолор", "20.11.2026, Айгүл Төлөгөнова: пломбанын номери 0419");

    [Fact]
    public void Key_EnteredLate_SaysSo() => AssertSays(
        KeyHandOverForm.Of(PaperSamples.Key(PaperLanguage.Russian) with { EnteredLateOn = new(2026, 11, 18) }), "Акт внесён с опозданием. Дата внесения: 18.11.2026");

    [Fact]
    public void Act_WithoutGround_LeavesBracketsOut()
    {
        var text = Text(ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz) with { RegulationApprovedOn = null, OrderNumber = null, OrderDate = null, SetAside = [] }));

        Assert.Contains("Негиз: ишеним почтасы жөнүндө жобо", text, StringComparison.Ordinal);
        Assert.DoesNotContain("бекитилген", text, StringComparison.Ordinal);
        Assert.DoesNotContain("буйругу", text, StringComparison.Ordinal);
        Assert.DoesNotContain("өзүнчө коюлду", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Journal_Kyrgyz_HasItsColumnsInOrder() => AssertSays(OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Kyrgyz, 7)),
        "«Ишеним кутучасынын» ачылышынын журналы", "2026–2027-окуу жылы", "Башталды: 01.09.2026", "Аяктады: ____________",
        "№", "Ачылган күнү, сааты", "Ким ачты (аты-жөнү, кызматы)", "Катышкандар (аты-жөнү, кызматы)", "Кутучанын, кулпунун, пломбанын абалы",
        "Алынган кайрылуулардын саны", "Актынын №, күнү (кутуча бош болсо — «түзүлгөн жок»)", "Каттоо №", "Колу", "Эскертүү",
        "02.09.2026, 13:20", "№ 1, 02.09.2026", "түзүлгөн жок", "Кеч киргизилди. Киргизилген күнү: 10.09.2026",
        "Журналда ____ барак тигилип, номерленип, мөөр басылды.", "Директор ____________ Г. Өмүралиева");

    [Fact]
    public void Journal_Russian_HasItsColumnsInOrder() => AssertSays(OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Russian, 3)),
        "Журнал вскрытия «Ящика доверия»", "2026–2027 учебный год", "Начат: 01.09.2026", "Окончен: ____________",
        "№ п/п", "Дата и время вскрытия", "Кто вскрыл (Ф. И. О., должность)", "Присутствовали", "Состояние ящика, замка, пломбы",
        "Извлечено обращений", "№ и дата акта (если ящик пуст — «не составлялся»)", "Рег. №", "Подписи", "Примечание", "не составлялся",
        "В журнале прошито, пронумеровано и скреплено печатью ____ листов");

    [Fact]
    public void Register_BothLanguages_HaveTheirColumnsInOrder()
    {
        AssertSays(AppealsRegisterForm.Of(PaperSamples.Register(PaperLanguage.Kyrgyz, 10, content: true)),
            "Кайрылууларды каттоо журналы", "2026-жыл", "Каттоо №", "Келип түшкөн күнү", "Катталган күнү", "Кайдан түштү (кутуча / сайт / эл. почта / оозеки)",
            "Түрү (даттануу / арыз / сунуш)", "Кайрылуучу (аты-жөнү же «анонимдүү»)", "Кайсы топтон (окуучу / ата-эне / мугалим / башка)", "Темасы",
            "Кыскача мазмуну", "Кимге жөнөтүлдү, күнү", "Кароо мөөнөтү", "Мөөнөтү узартылды (качанга чейин, негизи)", "Кароонун жыйынтыгы", "Себеби",
            "Көрүлгөн чаралар", "Жооп берилген күнү, №", "Делого тигилди (№, барак)", "2026-1001", "16.12.2026; Комиссия дагы текшерет.", "Саптардын саны: 10.",
            PaperSamples.Fingerprint, "тигилип, номерленип, мөөр басылды");
        AssertSays(AppealsRegisterForm.Of(PaperSamples.Register(PaperLanguage.Russian, 10, content: true) with { Selected = true }),
            "Журнал регистрации обращений", "2026 год", "Только выбранные строки: это не весь журнал.", "Рег. №", "Дата поступления", "Дата регистрации", "Откуда поступило",
            "Вид (жалоба", "Заявитель", "Категория", "Тема", "Краткое содержание", "Кому направлено, дата", "Срок рассмотрения", "Продлено", "Результат рассмотрения",
            "Причина", "Принятые меры", "Дата и № ответа", "Подшито в дело", "Строк: 10.");
    }

    [Fact]
    public void Register_WithoutContent_HasNoWordOfALetter()
    {
        var paper = PaperSamples.Register(PaperLanguage.Kyrgyz, 10, content: true);

        var text = Text(AppealsRegisterForm.Of(paper with { Content = false }));

        foreach (var word in new[] { "Кыскача мазмуну", "Көрүлгөн чаралар", "терезелери", "Комиссия дагы", "айнек" })
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Poster_BothLanguages_SayWhatThePaperSays()
    {
        AssertSays(PosterForm.Of(PaperSamples.Poster(PaperLanguage.Kyrgyz)),
            "ИШЕНИМ ПОЧТАСЫ", "Тынчыңызды алган нерсе барбы? Жакшы сунушуңуз барбы?", "КАНТИП ЖАЗСА БОЛОТ", "Кагазга жазып, кутучага салыңыз: А блогу",
            "Телефондон: QR код же ishenim.example.kg/write", "Электрондук почта: ishenim@example.kg",
            "Кутуча 15 күндө бир жолу ачылат. Кийинки ачылышы: ______________", "Катты ким окуйт: жооптуу адам, директор. Кат ким жөнүндө болсо, ал адам аны окубайт.",
            "Жоопту 14 жумушчу күндүн ичинде беребиз.", "Атын айтпай жазган адамды издебейбиз.", "АЗЫР КОРКУНУЧ БОЛСО, КҮТПӨҢҮЗ — ЧАЛЫҢЫЗ", "111", "102", "103");
        AssertSays(PosterForm.Of(PaperSamples.Poster(PaperLanguage.Russian)),
            "ПОЧТА ДОВЕРИЯ", "Вас что-то тревожит? Есть хорошая идея?", "КАК НАПИСАТЬ", "На бумаге — опустите в ящик:", "С телефона: QR-код или",
            "Ящик открывают один раз в 15 дней.", "Тот, о ком письмо, его не читает.", "Отвечаем в течение 14 рабочих дней.",
            "Мы не ищем того, кто написал без имени.", "ЕСЛИ ОПАСНОСТЬ ПРЯМО СЕЙЧАС — НЕ ЖДИТЕ, ЗВОНИТЕ", "111 детский телефон доверия");
    }

    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public void Slips_SheetAndStub_ShareNothing(PaperLanguage language)
    {
        var sheet = PaperSamples.Sheets(1).Single();
        var part = (Part)SlipSheetsForm.Of(PaperSamples.Slips(language, 1), [sheet]).Blocks.Single();
        var tear = part.Blocks.ToList().FindIndex(block => block is TearLine);

        var letter = Html(part.Blocks.Take(tear), language);
        var stub = Html(part.Blocks.Skip(tear), language);

        Assert.Contains(sheet.Number, letter, StringComparison.Ordinal);
        Assert.Contains(FormWords.Code(sheet.Code), stub, StringComparison.Ordinal);
        Assert.DoesNotContain(sheet.Number, stub, StringComparison.Ordinal);
        Assert.DoesNotContain(sheet.QrText, stub, StringComparison.Ordinal);
        Assert.DoesNotContain(FormWords.Code(sheet.Code)[..9], letter, StringComparison.Ordinal);
        Assert.DoesNotContain(sheet.Code, HtmlWriter.Write(SlipSheetsForm.Of(PaperSamples.Slips(language, 1), [sheet])), StringComparison.Ordinal);
    }

    [Fact]
    public void Covering_BothLanguages_SayWhatThePaperSays()
    {
        var paper = PaperSamples.Covering(PaperLanguage.Kyrgyz);
        AssertSays(CoveringLetterForm.Of(paper), "№ 01-14/7", "2026-жылдын 18-ноябры", "Мисал райондук билим берүү бөлүмү", "Бөлүмдүн башчысы А. Ойдоновго",
            "Кайрылууну кароого жөнөтүү жөнүндө", "(каттоо номери: 2026-111, катталган күнү: 16.11.2026)", "Кайрылуу анонимдүү", "аны ошол адамга бербөөңүздөрдү",
            "жазуу жүзүндө билдирүүңүздөрдү өтүнөбүз", "Тиркеме: 2 барак.", "Директор", "Г. Өмүралиева", "Аткаруучу: Айгүл Төлөгөнова");
        AssertSays(CoveringLetterForm.Of(paper with { Language = PaperLanguage.Russian, Anonymous = false, WithContacts = true, ChairSigns = true, Outgoing = "" }),
            "№ ____________", "О направлении обращения на рассмотрение", "С согласия заявителя", "Просим не передавать обращение лицу", "Приложение: на 2 л.", "Председатель комиссии");
        Assert.DoesNotContain("С согласия", Text(CoveringLetterForm.Of(PaperSamples.Covering(PaperLanguage.Russian))), StringComparison.Ordinal);
    }

    [Fact]
    public void Due_BothLanguages_SayNumbersAndDays()
    {
        AssertSays(DueListForm.Of(PaperSamples.Due(PaperLanguage.Kyrgyz, 2)),
            "Жооп берүү мөөнөтү жеткен кайрылуулар", "16.11.2026 – 22.11.2026", "Ким үчүн: Айгүл Төлөгөнова", "Мөөнөтү", "2026-1", "13.11.2026",
            "шашылыш; мөөнөтү өткөн, жумушчу күн: 1", "2026-2", "18.11.2026: № 1, А блогу");
        AssertSays(DueListForm.Of(PaperSamples.Due(PaperLanguage.Russian, 0)),
            "Обращения, по которым наступает срок ответа", "На этой неделе нет обращений", "Ближайшее вскрытие ящика");
    }

    [Fact]
    public void Destruction_BothLanguages_SaysWhatIsGoneAndWhenItIsFinal()
    {
        AssertSays(DestructionForm.Of(PaperSamples.Destruction(PaperLanguage.Kyrgyz, 2)),
            "ЖОК КЫЛУУ АКТЫСЫ № 3", "2021-1", "Директордун № 7 буйругу", "2021-2", "кайрылууларды сактоо мөөнөтү", "Акт толук күчүнө кирген күн", "Айгүл Төлөгөнова", "Өмүрбек Үсөнов", PaperSamples.Fingerprint);
        AssertSays(DestructionForm.Of(PaperSamples.Destruction(PaperLanguage.Russian, 1)), "АКТ ОБ УНИЧТОЖЕНИИ № 3", "Уничтожение окончательно", "Председатель комиссии");
    }

    [Fact]
    public void Code_TwentyDigits_StandInFivesOfFour() => Assert.Equal("1234 5678 9012 3456 7890", FormWords.Code(PaperSamples.Code));

    [Fact]
    public void Notice_NumberAndDay_StandAlone()
    {
        var text = Text(NoticeBoardForm.Of(PaperSamples.Notice(PaperLanguage.Russian)));

        Assert.Contains("Регистрационный номер: 2026-118", text, StringComparison.Ordinal);
        Assert.Contains("Дата регистрации: 16.11.2026", text, StringComparison.Ordinal);
    }

    private static void AssertSays(Document document, params string[] words)
    {
        var text = Text(document);
        var at = 0;
        foreach (var word in words)
        {
            var found = text.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{word}' is missing, or stands too early, in: {text}");
            at = found + word.Length;
        }
    }

    private static string Html(IEnumerable<Block> blocks, PaperLanguage language) =>
        HtmlWriter.Write(new Document { Title = "", Language = language, Blocks = [.. blocks] });

    private static string Text(Document document) => new HtmlParser()
        .ParseDocument(HtmlWriter.Write(document).Replace("<br>", "\n", StringComparison.Ordinal)).QuerySelector("main")!.TextContent;
}
