namespace Ishenim.Documents.Forms;

/// <summary>What several forms say in the same way. No ending is ever glued to a value.</summary>
internal static class FormWords
{
    public const string Blank = "____________";

    public static string With(this PaperPerson person) => person.Post.Length > 0 ? $"{person.Name} — {person.Post}" : person.Name;

    public static string DayOrLine(DateOnly? day) => day is { } known ? PaperDates.Short(known) : Blank;

    /// <summary>A receipt code as people copy it: in fives of four.</summary>
    public static string Code(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Chunk(4).Select(four => new string(four)));

    public static IEnumerable<Block> Foot(this PaperLanguage language, string? fingerprint) => fingerprint is null ? [] :
    [
        new FingerprintFoot(language.Say("Журналдын изи (кагаз менен электрондук журналды салыштыруу үчүн):", "Отпечаток журнала (для сверки бумаги с электронным журналом):"), fingerprint),
    ];

    /// <summary>An act that was entered after its day.</summary>
    public static string Late(this PaperLanguage language, DateOnly day) => language.Say(
        $"Акт кеч киргизилди. Киргизилген күнү: {PaperDates.Short(day)}", $"Акт внесён с опозданием. Дата внесения: {PaperDates.Short(day)}");

    /// <summary>The seal before, as in the act.</summary>
    public static string Seal(this PaperLanguage language, string? seal) => seal is null
        ? language.Say("Пломба жок болчу.", "Пломбы не было.")
        : language.Say($"Пломбанын номери: {seal}.", $"Номер пломбы: {seal}.");
}
