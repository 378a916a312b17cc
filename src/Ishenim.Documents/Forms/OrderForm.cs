namespace Ishenim.Documents.Forms;

/// <summary>The director's order that appoints the commission and the responsible person (C1); all whom it concerns sign that they know it.</summary>
public static class OrderForm
{
    private const int UsualDays = 15;

    public static Document Of(OrderPaper paper) => new()
    {
        Title = paper.Language.Say($"Буйрук № {paper.Number}", $"Приказ № {paper.Number}"),
        Language = paper.Language,
        Blocks = [.. Head(paper), .. Body(paper).Select(text => new Paragraph(text)), .. Signed(paper), .. paper.Language.Foot(paper.Fingerprint)],
    };

    /// <summary>The director signs what was composed before the program convenes it, so it is marked in small letters only.</summary>
    private static IEnumerable<Block> Head(OrderPaper paper)
    {
        var language = paper.Language;
        if (paper.Fingerprint is null)
            yield return new Paragraph(language.Say("Долбоор: комиссиянын курамы программада бекитиле элек.", "Проект: состав комиссии в программе ещё не утверждён."), TextLook.Small);
        yield return new Paragraph(paper.School.Name);
        yield return new Title(language.Say($"БУЙРУК № {paper.Number}", $"ПРИКАЗ № {paper.Number}"));
        yield return new Heading([PaperDates.Long(paper.Date, language)], [paper.Town]) { RightAtEdge = true };
        yield return new Paragraph(language.Say(
            "«Ишеним кутучасын» ачуу боюнча комиссияны түзүү жана жооптуу адамды дайындоо жөнүндө",
            "О создании комиссии по вскрытию «Ящика доверия» и назначении ответственного лица"), TextLook.Strong);
    }

    private static IEnumerable<string> Body(OrderPaper paper)
    {
        var language = paper.Language;
        yield return language.Say(
            "Мектептин ишеним почтасы жөнүндө жобону аткаруу максатында БУЙРУК КЫЛАМ:", "Во исполнение Положения о почте доверия школы ПРИКАЗЫВАЮ:");
        yield return language.Say(
            "1. «Ишеним кутучасын» ачуу боюнча комиссия төмөнкү курамда түзүлсүн:", "1. Создать комиссию по вскрытию «Ящика доверия» в составе:");
        yield return $"{language.Say("администрациядан", "от администрации")}: {List(paper.Administration.Select(one => one.With()))};";
        yield return $"{language.Say("мугалимдерден", "от учителей")}: {List(paper.Teachers.Select(one => one.With()))};";
        yield return $"{language.Say("ата-энелердин комитетинен", "от родительского комитета")}: {List(paper.Parents.Select(one => one.Name))}.";
        var first = PaperDates.Short(paper.FirstMeetingOn);
        yield return language.Say(
            $"2. Комиссиянын биринчи жыйналышы өткөрүлсүн (күнү: {first}). Анда комиссиянын мүчөлөрүнүн ичинен төрага же төрайым шайлансын.",
            $"2. Провести первое заседание комиссии (дата: {first}) и избрать на нём председателя из числа её членов.");
        yield return Responsible(paper) + StandIn(paper);
        yield return Openings(paper);
        yield return language.Say(
            "5. Жооптуу адам жана комиссиянын мүчөлөрү купуялуулукту сактоо жөнүндө милдеттенмеге кол койсун.",
            "5. Ответственному лицу и членам комиссии подписать обязательство о сохранении конфиденциальности.");
        yield return language.Say("6. Ушул буйруктун аткарылышын көзөмөлдөөнү өзүмө калтырам.", "6. Контроль за исполнением приказа оставляю за собой.");
    }

    private static string Responsible(OrderPaper paper)
    {
        var (name, post) = (paper.Responsible?.Name ?? FormWords.Blank, paper.Responsible?.Post ?? "");
        return paper.ResponsibleIsDeputy
            ? paper.Language.Say(
                $"3. «Ишеним кутучасы» менен иштөө үчүн жооптуу адам болуп директордун орун басары {name} дайындалсын, кутучанын ачкычы анда сакталсын.",
                $"3. Назначить ответственным лицом по работе с «Ящиком доверия»: {name}, заместитель директора. Ключ от ящика хранится у ответственного лица.")
            : paper.Language.Say(
                $"3. «Ишеним кутучасы» менен иштөө үчүн жооптуу адам болуп {name}{(post.Length > 0 ? $" ({post})" : "")} дайындалсын, кутучанын ачкычы анда сакталсын.",
                $"3. Назначить ответственным лицом по работе с «Ящиком доверия»: {name}{(post.Length > 0 ? $", {post}" : "")}. Ключ от ящика хранится у ответственного лица.");
    }

    private static string StandIn(OrderPaper paper) => paper.StandIn is { } person
        ? paper.Language.Say($" Ал жок кезде анын милдетин {person.With()} аткарсын.", $" На время отсутствия его обязанности исполняет: {person.With()}.")
        : "";

    /// <summary>The regulation's number in words as well; a school that has set another writes it in digits.</summary>
    private static string Openings(OrderPaper paper)
    {
        var days = paper.OpeningEveryDays;
        return paper.Language.Say(
            $"4. Кутуча {(days == UsualDays ? "он беш (15)" : days)} күндө бир жолу ачылсын, ар бир ачылышы журналга жазылсын, кайрылуу болсо, аны алуу жөнүндө акт түзүлсүн.",
            $"4. Вскрывать ящик один раз в {(days == UsualDays ? "пятнадцать (15)" : days)} дней, каждое вскрытие записывать в журнал, при наличии обращений составлять акт выемки.");
    }

    private static IEnumerable<Block> Signed(OrderPaper paper)
    {
        var language = paper.Language;
        yield return new Signatures([new(language.Say("Директор", "Директор"), paper.Director)]);
        foreach (var name in Concerned(paper).Distinct())
            yield return new Paragraph(language.Say(
                $"Буйрук менен тааныштым: {name} {FormWords.Blank} (колу, күнү)", $"С приказом ознакомлен(а): {name} {FormWords.Blank} (подпись, дата)"));
    }

    private static IEnumerable<string> Concerned(OrderPaper paper) =>
        new[] { paper.Responsible, paper.StandIn }.OfType<PaperPerson>().Concat(paper.Administration).Concat(paper.Teachers).Concat(paper.Parents).Select(one => one.Name);

    /// <summary>Nobody yet: a line to write on.</summary>
    private static string List(IEnumerable<string> people) => string.Join(", ", people) is { Length: > 0 } names ? names : FormWords.Blank;
}
