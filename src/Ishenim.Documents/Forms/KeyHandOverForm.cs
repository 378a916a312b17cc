namespace Ishenim.Documents.Forms;

/// <summary>The key of a box is handed over (G1): who had it, who has it from now on, in what state the box is.</summary>
public static class KeyHandOverForm
{
    public static Document Of(KeyHandOverPaper paper) => new()
    {
        Title = paper.Language.Say("Ачкычты тапшыруу-кабыл алуу актысы", "Акт приёма-передачи ключа"),
        Language = paper.Language,
        Blocks = [.. Head(paper), .. Body(paper), .. paper.Language.Foot(paper.Fingerprint)],
    };

    private static IEnumerable<Block> Head(KeyHandOverPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(paper.School.Name);
        yield return new Title(
            language.Say("ТАПШЫРУУ-КАБЫЛ АЛУУ АКТЫСЫ", "АКТ ПРИЁМА-ПЕРЕДАЧИ"),
            language.Say("«Ишеним кутучасынын» ачкычы жөнүндө", "ключа от «Ящика доверия»"));
        yield return new Heading([PaperDates.Long(paper.Date, language)], [paper.Town]) { RightAtEdge = true };
        yield return new Facts([.. Facts(paper)]);
    }

    private static IEnumerable<Fact> Facts(KeyHandOverPaper paper)
    {
        var language = paper.Language;
        yield return new(language.Say("Кутуча", "Ящик"), $"№ {paper.Box.Number}, {paper.Box.Place}");
        yield return new(language.Say("Ачкычтын саны", "Количество ключей"), $"{paper.Keys}");
        if (paper.From is { } from)
            yield return new(language.Say("Тапшырды", "Передал(а)"), from.With());
        yield return new(language.Say("Кабыл алды", "Принял(а)"), paper.To.With());
        if (paper.Reason is { } reason)
            yield return new(language.Say("Себеби", "Причина"), reason);
    }

    private static IEnumerable<Block> Body(KeyHandOverPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(paper.Seal is { } seal
            ? language.Say($"Ачкыч өткөрүлүп берилгенде кутуча кулпуланып турган. Пломбанын номери: {seal}.", $"При передаче ключа ящик закрыт на замок. Номер пломбы: {seal}.")
            : language.Say("Ачкыч өткөрүлүп берилгенде кутуча кулпуланып турган. Пломба жок болчу.", "При передаче ключа ящик закрыт на замок. Пломбы не было."));
        yield return new Paragraph(language.Say(
            "Ачкычты алган адам аны башка бирөөгө бербейт, кутучаны жалгыз ачпайт. Ачкыч жоголсо, ошол эле күнү билдирет. Купуялуулук үчүн жеке жоопкерчилик тартат.",
            "Принявший ключ никому его не передаёт и не вскрывает ящик в одиночку. О пропаже ключа сообщает в тот же день. Несёт персональную ответственность за конфиденциальность."));
        if (paper.EnteredLateOn is { } day)
            yield return new Paragraph(language.Late(day), TextLook.Strong);
        yield return new Signatures([.. Signers(paper)]);
    }

    private static IEnumerable<Signature> Signers(KeyHandOverPaper paper)
    {
        if (paper.From is { } from)
            yield return new(paper.Language.Say("Тапшырды:", "Передал(а):"), from.Name);
        yield return new(paper.Language.Say("Кабыл алды:", "Принял(а):"), paper.To.Name);
    }
}
