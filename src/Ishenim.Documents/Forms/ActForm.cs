namespace Ishenim.Documents.Forms;

/// <summary>The act of taking appeals from the box (R3): what came out, who was there; not what letters say.</summary>
public static class ActForm
{
    public static Document Of(ActPaper paper) => new()
    {
        Title = paper.Language.Say($"Акт № {paper.Number}", $"Акт № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. ActHead.Of(paper), .. Body(paper), .. Late(paper), .. Corrections(paper), .. paper.Language.Foot(paper.Fingerprint)],
    };

    private static IEnumerable<Block> Body(ActPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(language.Say("Биз, төмөндө кол койгондор:", "Мы, нижеподписавшиеся:"));
        yield return new Numbered([.. paper.Signers.Select((signer, i) => Signer(language, signer, last: i == paper.Signers.Count - 1))]);
        yield return new Paragraph(language.Say("«Ишеним кутучасын» ачып, ушул актыны түздүк.", "вскрыли «Ящик доверия» и составили настоящий акт."));
        yield return new Paragraph($"{Condition(paper)} {language.Seal(paper.Seal)}");
        yield return new Paragraph(language.Say(
            $"Кутучадан {paper.Letters} кайрылуу ({paper.Sheets} барак) алынды. Анын ичинен: кол коюлганы — {paper.Signed}, анонимдүүсү — {paper.Anonymous}.",
            $"Извлечено обращений: {paper.Letters}, листов: {paper.Sheets}. Из них подписанных: {paper.Signed}, анонимных: {paper.Anonymous}."));
        foreach (var aside in paper.SetAside)
            yield return new Paragraph(language.Say(
                $"Кайрылууга жатпаган {aside.Sheets} барак өзүнчө коюлду. Себеби: {aside.Reason}.",
                $"Отложено листов, не являющихся обращениями: {aside.Sheets}. Причина: {aside.Reason}."));
        yield return new Paragraph(language.Say(
            "Кайрылуулардын мазмуну жана кайрылуучулардын аты-жөнү бул актыга жазылган жок.",
            "Содержание обращений и имена заявителей в настоящий акт не внесены."));
        yield return new Paragraph(NewSeal(paper));
        yield return new Paragraph(language.Say("Алынган кайрылуулар каттоого тапшырылды.", "Извлечённые обращения переданы на регистрацию."));
        yield return ActTable.Of(paper);
        yield return new Signatures([new(language.Say("Тапшырды:", "Сдал(а):"), paper.HandedOverBy), new(language.Say("Кабыл алды:", "Принял(а):"), paper.TakenBy)]) { InOneRow = true };
        yield return new Signatures([.. paper.Signers.Select((signer, i) => new Signature(i == 0 ? language.Say("Колдору:", "Подписи:") : "", signer.Person.Name))]);
    }

    /// <summary>The list is one sentence: semicolons, and a dash after the last.</summary>
    private static string Signer(PaperLanguage language, ActSigner signer, bool last)
    {
        var part = signer.Part switch
        {
            ActPart.Responsible => language.Say("жооптуу адам", "ответственное лицо"),
            ActPart.Member => language.Say("комиссиянын мүчөсү", "член комиссии"),
            _ => null,
        };
        var line = part is null ? signer.Person.With() : $"{signer.Person.With()}, {part}";
        return line + (last ? language.Say(" —", ", —") : ";");
    }

    private static string Condition(ActPaper paper) => paper.Language.Say(
        $"Ачуунун алдында кутуча, кулпу жана пломба текшерилди: {(paper.Broken is { } broken ? $"бузулган: {broken}" : "бүтүн, бузулган жери жок")}.",
        $"Перед вскрытием осмотрены ящик, замок и пломба: {(paper.Broken is { } damage ? $"повреждения: {damage}" : "целы, повреждений нет")}.");

    private static string NewSeal(ActPaper paper) => paper.NewSeal is { } seal
        ? paper.Language.Say($"Кутуча кайра кулпуланып, жаңы пломба салынды. Пломбанын номери: {seal}.", $"Ящик снова закрыт на замок, поставлена новая пломба. Номер пломбы: {seal}.")
        : paper.Language.Say("Кутуча кайра кулпуланды. Жаңы пломба салынган жок.", "Ящик снова закрыт на замок. Новая пломба не поставлена.");

    private static IEnumerable<Block> Late(ActPaper paper) => paper.EnteredLateOn is { } day
        ? [new Paragraph(paper.Language.Late(day), TextLook.Strong)]
        : [];

    private static IEnumerable<Block> Corrections(ActPaper paper) => paper.Corrections.Count == 0 ? [] :
    [
        new Paragraph(paper.Language.Say("Актыга оңдоолор", "Исправления к акту"), TextLook.Strong),
        new Numbered([.. paper.Corrections.OrderBy(one => one.Number).Select(one => $"{PaperDates.Short(one.Date)}, {one.By}: {one.Text}")]),
    ];
}
