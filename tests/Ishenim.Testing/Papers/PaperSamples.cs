using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Testing.Papers;

/// <summary>One filled record for each form, of an invented school.</summary>
public static class PaperSamples
{
    public const string Fingerprint = "1234-ABCD-EFGH-JKMN-PQRS-TVWX";
    public const string Code = "12345678901234567890";

    private static readonly DateOnly Day = new(2026, 11, 16);

    public static PaperSchool School(PaperLanguage language) => language == PaperLanguage.Russian
        ? new("средняя школа № 5 села Мисал", "средней школы № 5 села Мисал")
        : new("Мисал айылындагы № 5 орто мектеп", "Мисал айылындагы № 5 орто мектептин");

    public static ActPaper Act(PaperLanguage language, int letters = 3) => new()
    {
        Language = language, School = School(language), Director = "Г. Өмүралиева", Town = "Мисал айылы", Number = 7, Date = Day,
        Box = new("1", "А блогу, биринчи кабат, коридор"), OpenedOn = Day, OpenedAt = new(15, 10),
        RegulationApprovedOn = new(2022, 8, 30), OrderNumber = "41", OrderDate = new(2026, 9, 3),
        Signers =
        [
            new(new("Айгүл Төлөгөнова", "директордун орун басары"), ActPart.Responsible),
            new(new("Нурлан Эсенов", "мугалим"), ActPart.Member),
            new(new("Жыпара Үсөнова", "ата-энелердин комитети"), ActPart.Member),
        ],
        Broken = null, Seal = "0417", NewSeal = "0418", Letters = letters, Sheets = letters + 2, Signed = 1, Anonymous = letters - 1,
        SetAside = [new(2, "жарнак")], Rows = [.. Enumerable.Range(1, letters).Select(Letter)],
        HandedOverBy = "Айгүл Төлөгөнова", TakenBy = "Гүлнара Өмүралиева", EnteredLateOn = null, Corrections = [], Fingerprint = Fingerprint,
    };

    public static OpeningsJournalPaper Journal(PaperLanguage language, int openings, int blank = 0) => new()
    {
        Language = language, School = School(language), SchoolYear = "2026–2027", Begun = new(2026, 9, 1), Ended = null, Director = "Г. Өмүралиева",
        Rows = [.. Enumerable.Range(1, openings).Select(Opening)], BlankRows = blank, Fingerprint = blank > 0 ? null : Fingerprint,
    };

    public static KeyHandOverPaper Key(PaperLanguage language) => new()
    {
        Language = language, School = School(language), Town = "Мисал айылы", Date = Day, Box = new("1", "А блогу, биринчи кабат, коридор"), Keys = 2,
        From = new("Айгүл Төлөгөнова", "директордун орун басары"), To = new("Өмүрбек Үсөнов", "социалдык педагог"), Seal = "0418",
        Reason = "эмгек өргүүсү", EnteredLateOn = null, Fingerprint = Fingerprint,
    };

    public static DestructionPaper Destruction(PaperLanguage language, int letters) => new()
    {
        Language = language, School = School(language), Town = "Мисал айылы", Number = 3, Date = Day, FinalOn = Day.AddDays(35), Files = 2,
        Responsible = new(new("Айгүл Төлөгөнова", "директордун орун басары"), Day.AddDays(-2)), Chair = new(new("Өмүрбек Үсөнов", "ата-энелердин комитети"), Day),
        Rows = [.. Enumerable.Range(1, letters).Select(i => new DestructionRow($"2021-{i}", new(2021, 9, 6), new(2021, 9, 20), 5, i == 1 ? "Директордун № 7 буйругу" : ""))],
        Fingerprint = Fingerprint,
    };

    public static CoveringLetterPaper Covering(PaperLanguage language) => new()
    {
        Language = language, School = School(language), Town = "Мисал айылы", Outgoing = "01-14/7", Date = new(2026, 11, 18), Body = "Мисал райондук билим берүү бөлүмү",
        Head = "Бөлүмдүн башчысы А. Ойдоновго", Number = "2026-111", RegisteredOn = new(2026, 11, 16), Anonymous = true, WithContacts = false, Sheets = 2,
        ChairSigns = false, Signer = "Г. Өмүралиева", PreparedBy = "Айгүл Төлөгөнова",
    };

    public static DueListPaper Due(PaperLanguage language, int letters) => new()
    {
        Language = language, School = School(language), From = Day, To = Day.AddDays(6), PrintedOn = Day, Reader = new("Айгүл Төлөгөнова", "директордун орун басары"),
        Rows = [.. Enumerable.Range(1, letters).Select(i => new DueRow($"2026-{i}", new(2026, 10, 26), new(2026, 11, 12 + i), "Окутуу", "каттоодо", i == 1, i == 1 ? 1 : 0))],
        Boxes = [new(new("1", "А блогу, биринчи кабат, коридор"), Day.AddDays(2))],
    };

    public static AppealsRegisterPaper Register(PaperLanguage language, int letters, bool content) => new()
    {
        Language = language, School = School(language), Year = "2026", Selected = false, Content = content, PrintedOn = Day, PrintedBy = new("Айгүл Төлөгөнова", "директордун орун басары"),
        Rows = [.. Enumerable.Range(1, letters).Select(i => Registered(i, content))], Fingerprint = Fingerprint,
    };

    public static SlipSheetsPaper Slips(PaperLanguage language, int perPage) => new()
    {
        Language = language, School = School(language), AnswerAddress = "https://ishenim.example.kg/s/misal/answer", PerPage = perPage,
    };

    public static IEnumerable<SlipSheet> Sheets(int count) => Enumerable.Range(1, count)
        .Select(i => new SlipSheet($"{i:0000}-7318", $"ISHENIM:misal:{i:0000}7318", $"{i:00000000}{Code[8..]}"));

    public static ReceiptSlipPaper Receipt(PaperLanguage language) => new()
    {
        Language = language, School = School(language), Code = Code, AnswerAddress = "https://ishenim.example.kg/answer",
        RegisterNumber = "2026-118", RegisteredOn = Day, DueOn = new(2026, 12, 4),
    };

    public static NoticeBoardPaper Notice(PaperLanguage language) => new()
    {
        Language = language, School = School(language), RegisterNumber = "2026-118", RegisteredOn = Day, AnsweredOn = new(2026, 11, 27),
        Answer = "Ашканада жаңы меш коюлду, тамак эми ысык берилет.\nРахмат, жазганыңыз үчүн.",
    };

    public static PosterPaper Poster(PaperLanguage language, PaperSize size = PaperSize.A4) => new()
    {
        Language = language, School = School(language), Size = size, BoxPlace = "А блогу, биринчи кабат, коридор",
        FormAddress = new Uri("https://ishenim.example.kg/write"), Email = "ishenim@example.kg", OpeningEveryDays = 15, NextOpening = null,
        Readers = language == PaperLanguage.Russian ? "ответственное лицо, директор" : "жооптуу адам, директор", AnswerWorkingDays = 14,
    };

    /// <summary>Every form, under its name.</summary>
    public static IReadOnlyDictionary<string, Document> All(PaperLanguage language) => new Dictionary<string, Document>
    {
        ["act"] = ActForm.Of(Act(language)),
        ["journal"] = OpeningsJournalForm.Of(Journal(language, 12)),
        ["journal-blank"] = OpeningsJournalForm.Of(Journal(language, 0, blank: 12)),
        ["key"] = KeyHandOverForm.Of(Key(language)),
        ["slips-1"] = SlipSheetsForm.Of(Slips(language, 1), Sheets(2)),
        ["slips-2"] = SlipSheetsForm.Of(Slips(language, 2), Sheets(3)),
        ["receipt"] = ReceiptSlipForm.Of(Receipt(language)),
        ["covering"] = CoveringLetterForm.Of(Covering(language)),
        ["destruction"] = DestructionForm.Of(Destruction(language, 3)),
        ["due"] = DueListForm.Of(Due(language, 3)),
        ["register"] = AppealsRegisterForm.Of(Register(language, 30, content: false)),
        ["register-content"] = AppealsRegisterForm.Of(Register(language, 30, content: true)),
        ["notice"] = NoticeBoardForm.Of(Notice(language)),
        ["protocol"] = ProtocolForm.Of(ProtocolSamples.Protocol(language)),
        ["extract"] = ProtocolExtractForm.Of(ProtocolSamples.Protocol(language), ProtocolSamples.Letter(ProtocolGap.No), 2, Day),
        ["protocols"] = ProtocolBookForm.Of(ProtocolSamples.Book(language)),
        ["decisions"] = DecisionsRegisterForm.Of(ProtocolSamples.Decisions(language)),
        ["order"] = OrderForm.Of(OrderSamples.Order(language)),
        ["poster"] = PosterForm.Of(Poster(language)),
        ["poster-a3"] = PosterForm.Of(Poster(language, PaperSize.A3)),
    };

    private static ActRow Letter(int i) => new()
    {
        Kind = (i % 4) switch { 0 => PaperLetterKind.ClosedEnvelope, 1 => PaperLetterKind.Complaint, 2 => PaperLetterKind.Proposal, _ => PaperLetterKind.Application },
        Signed = i % 4 == 0 ? null : i == 1, Sheets = i % 4 == 0 ? null : 1, RegisterNumber = $"2026-{110 + i}", Note = i == 2 ? "шашылыш" : "",
    };

    private static AppealsRegisterRow Registered(int i, bool content) => new($"2026-{1000 + i}", i % 9 == 0 ? null : new AppealsRegisterFacts
    {
        Received = Day, Registered = Day.AddDays(1), Channel = i % 2 == 0 ? "кутуча" : "сайт", Kind = i % 3 == 0 ? "сунуш" : "даттануу", Writer = i % 3 == 0 ? "кол коюлган" : "анонимдүү",
        Group = "окуучу", Subject = "Коррупция жана акча чогултуу", Due = Day.AddDays(20), ExtendedTo = i % 4 == 0 ? Day.AddDays(30) : null,
        Outcome = i % 2 == 0 ? "жарым-жартылай жүйөлүү" : "", Answered = i % 2 == 0 ? Day.AddDays(12) : null,
    }, content && i % 5 != 0
        ? new AppealsRegisterContent("=Ашканада суук, терезелери сынган. Балдар ооруп жатат, качан оңдойсуздар?", i % 4 == 0 ? "Комиссия дагы текшерет." : "", "20.11.2026: оңдоо — айнек салынды", "Бакыт Үлгүев, 12.11.2026")
        : null);

    private static OpeningRow Opening(int i) => new()
    {
        Number = i, Date = new DateOnly(2026, 9, 1).AddDays(i), Time = new(13, 20), OpenedBy = new("Айгүл Төлөгөнова", "директордун орун басары"),
        Present = [new("Нурлан Эсенов", "мугалим"), new("Жыпара Үсөнова", "ата-эне")], Broken = i % 5 == 0 ? "пломба үзүлгөн" : null,
        Letters = i % 3, ActNumber = i % 3 == 0 ? null : i, ActDate = i % 3 == 0 ? null : new DateOnly(2026, 9, 1).AddDays(i),
        RegisterNumbers = i % 3 == 0 ? [] : [$"2026-{i}"], EnteredLateOn = i % 7 == 0 ? new DateOnly(2026, 9, 3).AddDays(i) : null,
    };
}
