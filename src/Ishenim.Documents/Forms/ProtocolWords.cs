namespace Ishenim.Documents.Forms;

/// <summary>What protocol, extract and book say in the same way.</summary>
internal static class ProtocolWords
{
    /// <summary>The word follows the person (C3).</summary>
    public static string ChairWord(this PaperLanguage language, bool woman) => language.Say(woman ? "Төрайымы" : "Төрагасы", "Председатель");

    public static string Matter(this PaperLanguage language, ProtocolItem item) => item.Matter switch
    {
        ProtocolMatter.ElectChair => language.Say("Комиссиянын төрагасын (төрайымын) шайлоо жөнүндө.", "Об избрании председателя комиссии."),
        ProtocolMatter.ElectDeputy => language.Say("Төраганын (төрайымдын) орун басарын шайлоо жөнүндө.", "Об избрании заместителя председателя комиссии."),
        ProtocolMatter.ElectSecretary => language.Say("Комиссиянын катчысын шайлоо жөнүндө.", "Об избрании секретаря комиссии."),
        ProtocolMatter.EarlierDecisions => language.Say("Мурунку чечимдердин аткарылышы жөнүндө.", "О выполнении ранее принятых решений."),
        ProtocolMatter.Letter when item.Letter is { } number => language.Say($"Кайрылууну кароо жөнүндө (каттоо № {number}).", $"О рассмотрении обращения (рег. № {number})."),
        ProtocolMatter.Letter => language.Say("Кайрылууну кароо жөнүндө.", "О рассмотрении обращения."),
        _ => item.Title,
    };

    public static string Elected(this PaperLanguage language, ProtocolMatter matter, ProtocolSignatory elected) => matter switch
    {
        ProtocolMatter.ElectDeputy => language.Say($"Төраганын (төрайымдын) орун басары болуп {elected.Name} шайлансын.", $"Избрать заместителем председателя комиссии: {elected.Name}."),
        ProtocolMatter.ElectSecretary => language.Say($"Комиссиянын катчысы болуп {elected.Name} шайлансын.", $"Избрать секретарём комиссии: {elected.Name}."),
        _ => language.Say($"Комиссиянын {(elected.Woman ? "төрайымы" : "төрагасы")} болуп {elected.Name} шайлансын.", $"Избрать председателем комиссии: {elected.Name}."),
    };

    public static string Gap(this PaperLanguage language, ProtocolGap gap) => gap == ProtocolGap.Contradicts
        ? language.Say(
            "бул жерде кол коюлган сөздөр эмес, башкасы жатат; кагаздагы протоколду караңыз.",
            "здесь лежит не то, что было подписано; смотрите протокол на бумаге.")
        : language.Say(
            "кат менен бирге мөөрлөнгөн, мазмуну кагаздагы протоколдо жана катты окуй алган адамда.",
            "запечатано вместе с письмом; содержание — в протоколе на бумаге и у того, кому открыто письмо.");
}
