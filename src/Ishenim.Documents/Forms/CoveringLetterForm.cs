namespace Ishenim.Documents.Forms;

/// <summary>The covering letter (коштомо кат) with which an appeal goes to the body whose matter it is.</summary>
public static class CoveringLetterForm
{
    private const string ByHand = "____________";

    public static Document Of(CoveringLetterPaper paper) => new()
    {
        Title = paper.Language.Say($"Коштомо кат: {paper.Number}", $"Сопроводительное письмо: {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Head(paper), .. Body(paper), .. Foot(paper)],
    };

    private static IEnumerable<Block> Head(CoveringLetterPaper paper)
    {
        yield return new Paragraph($"{paper.School.Name}, {paper.Town}", TextLook.Centred);
        yield return new Heading(
            [$"№ {(paper.Outgoing.Length > 0 ? paper.Outgoing : ByHand)}", PaperDates.Long(paper.Date, paper.Language)],
            paper.Head.Length > 0 ? [paper.Body, paper.Head] : [paper.Body]);
        yield return new Title(paper.Language.Say("Кайрылууну кароого жөнөтүү жөнүндө", "О направлении обращения на рассмотрение"));
    }

    private static IEnumerable<Block> Body(CoveringLetterPaper paper)
    {
        var (language, day) = (paper.Language, PaperDates.Short(paper.RegisteredOn));
        yield return new Paragraph(language.Say(
            $"Мектептин ишеним почтасына Сиздердин ыйгарым укугуңуздарга кирген маселе боюнча кайрылуу келип түштү (каттоо номери: {paper.Number}, катталган күнү: {day}). «Жарандардын кайрылууларын кароо тартиби жөнүндө» Кыргыз Республикасынын Мыйзамына ылайык аны Сиздерге кароого жөнөтөбүз.",
            $"В почту доверия школы поступило обращение по вопросу, относящемуся к вашей компетенции (регистрационный номер: {paper.Number}, дата регистрации: {day}). В соответствии с Законом Кыргызской Республики «О порядке рассмотрения обращений граждан» направляем его вам на рассмотрение."));
        if (paper.WithContacts)
            yield return new Paragraph(language.Say("Кайрылуучунун макулдугу менен анын байланыш маалыматтары тиркелет.", "С согласия заявителя прилагаются его контактные данные."));
        if (paper.Anonymous)
            yield return new Paragraph(language.Say(
                "Кайрылуу анонимдүү, кайрылуучунун ким экени мектепке белгисиз. Жообуңуздарды ага мектеп аркылуу жеткирүүгө болот.",
                "Обращение анонимное, личность заявителя школе неизвестна. Ваш ответ можно передать ему через школу."));
        yield return new Paragraph(language.Say(
            "Кайрылуу ким жөнүндө жазылса, аны ошол адамга бербөөңүздөрдү жана кайрылуучунун, балдардын ким экенин ачыкка чыгарбооңуздарды өтүнөбүз.",
            "Просим не передавать обращение лицу, о котором в нём говорится, и не разглашать сведения о заявителе и детях."));
        yield return new Paragraph(language.Say(
            "Кароонун жыйынтыгын мектепке жазуу жүзүндө билдирүүңүздөрдү өтүнөбүз. Кайрылуунун Сиздерге жөнөтүлгөнү кайрылуучуга билдирилди.",
            "О результатах рассмотрения просим письменно сообщить школе. Заявитель о направлении обращения уведомлён."));
    }

    private static IEnumerable<Block> Foot(CoveringLetterPaper paper)
    {
        var language = paper.Language;
        yield return new Paragraph(language.Say($"Тиркеме: {paper.Sheets} барак.", $"Приложение: на {paper.Sheets} л."));
        yield return new Signatures([new(
            paper.ChairSigns ? language.Say("Комиссиянын төрагасы", "Председатель комиссии") : language.Say("Директор", "Директор"), paper.Signer)]);
        yield return new Paragraph(language.Say($"Аткаруучу: {paper.PreparedBy}, тел.: {ByHand}", $"Исполнитель: {paper.PreparedBy}, тел.: {ByHand}"), TextLook.Small);
    }
}
