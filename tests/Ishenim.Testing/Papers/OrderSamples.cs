using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Testing.Papers;

/// <summary>An order that appoints an invented commission.</summary>
public static class OrderSamples
{
    private static readonly DateOnly Day = new(2026, 9, 3);

    public static OrderPaper Order(PaperLanguage language) => new()
    {
        Language = language, School = PaperSamples.School(language), Town = "Мисал айылы", Number = "41", Date = Day,
        Administration = [new("Айгүл Төлөгөнова", "директордун орун басары")], Teachers = [new("Нурлан Эсенов", "мугалим"), new("Асел Үмөтова", "мугалим")],
        Parents = [new("Жыпара Үсөнова", "ата-энелер комитети")], FirstMeetingOn = Day.AddDays(7),
        Responsible = new("Айгүл Төлөгөнова", "директордун орун басары"), ResponsibleIsDeputy = true, StandIn = new("Сезим Жокова", "завуч"),
        OpeningEveryDays = 15, Director = "Г. Өмүралиева", Fingerprint = PaperSamples.Fingerprint,
    };
}
