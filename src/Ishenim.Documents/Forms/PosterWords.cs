namespace Ishenim.Documents.Forms;

/// <summary>What a poster says, in the order in which it stands there.</summary>
internal sealed record PosterWords
{
    public required string Title { get; init; }

    public required string School { get; init; }

    public required string Lead { get; init; }

    public required string HowTitle { get; init; }

    public required IReadOnlyList<string> How { get; init; }

    public required IReadOnlyList<string> Promises { get; init; }

    public required string DangerTitle { get; init; }

    public required string Danger { get; init; }

    public static PosterWords Of(PosterPaper paper)
    {
        var language = paper.Language;
        return new()
        {
            Title = language.Say("ИШЕНИМ ПОЧТАСЫ", "ПОЧТА ДОВЕРИЯ"),
            School = paper.School.Name,
            Lead = language.Say(
                "Тынчыңызды алган нерсе барбы? Жакшы сунушуңуз барбы?\nБизге жазыңыз. Атыңызды айтпасаңыз да болот.",
                "Вас что-то тревожит? Есть хорошая идея?\nНапишите нам. Имя можно не называть."),
            HowTitle = language.Say("КАНТИП ЖАЗСА БОЛОТ", "КАК НАПИСАТЬ"),
            How = [.. HowLines(paper)],
            Promises = [.. PromiseLines(paper)],
            DangerTitle = language.Say("АЗЫР КОРКУНУЧ БОЛСО, КҮТПӨҢҮЗ — ЧАЛЫҢЫЗ", "ЕСЛИ ОПАСНОСТЬ ПРЯМО СЕЙЧАС — НЕ ЖДИТЕ, ЗВОНИТЕ"),
            Danger = language.Say(
                "111 балдардын ишеним телефону (акысыз, күнү-түнү) · 102 милиция · 103 тез жардам",
                "111 детский телефон доверия (бесплатно, круглосуточно) · 102 милиция · 103 скорая помощь"),
        };
    }

    private static IEnumerable<string> HowLines(PosterPaper paper)
    {
        if (paper.BoxPlace is { } place)
            yield return paper.Language.Say($"Кагазга жазып, кутучага салыңыз: {place}", $"На бумаге — опустите в ящик: {place}");
        yield return paper.Language.Say($"Телефондон: QR код же {Short(paper.FormAddress)}", $"С телефона: QR-код или {Short(paper.FormAddress)}");
        if (paper.Email is { } email)
            yield return paper.Language.Say($"Электрондук почта: {email}", $"Электронная почта: {email}");
    }

    private static IEnumerable<string> PromiseLines(PosterPaper paper)
    {
        var next = paper.NextOpening is { } day ? PaperDates.Short(day) : "______________";
        if (paper.BoxPlace is not null)
            yield return paper.Language.Say(
                $"Кутуча {paper.OpeningEveryDays} күндө бир жолу ачылат. Кийинки ачылышы: {next}",
                $"Ящик открывают один раз в {paper.OpeningEveryDays} дней. Следующий раз: {next}");
        yield return paper.Language.Say(
            $"Катты ким окуйт: {paper.Readers}. Кат ким жөнүндө болсо, ал адам аны окубайт.",
            $"Кто читает письмо: {paper.Readers}. Тот, о ком письмо, его не читает.");
        yield return paper.Language.Say(
            $"Жоопту {paper.AnswerWorkingDays} жумушчу күндүн ичинде беребиз. Кодуңузду сактап коюңуз: жоопту ошол код менен көрөсүз.",
            $"Отвечаем в течение {paper.AnswerWorkingDays} рабочих дней. Сохраните код: по нему вы увидите ответ.");
        yield return paper.Language.Say("Атын айтпай жазган адамды издебейбиз.", "Мы не ищем того, кто написал без имени.");
    }

    /// <summary>As people type it: a browser adds the scheme.</summary>
    private static string Short(Uri address) => (address.Authority + address.AbsolutePath).TrimEnd('/');
}
