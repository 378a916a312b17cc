using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Testing.Papers;

/// <summary>A protocol of an invented commission with an election, two letters and a matter of its own.</summary>
public static class ProtocolSamples
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    public static ProtocolPaper Protocol(PaperLanguage language, int number = 3) => new()
    {
        Language = language, School = PaperSamples.School(language), Number = number, SchoolYear = "2026–2027", Date = Day, Began = new(15, 10), Ended = new(16, 5),
        Place = "12-кабинет", Extraordinary = false, EnteredLateOn = null, Chair = new("Жыпара Үсөнова", Woman: true), Secretary = new("Нурлан Эсенов", Woman: false),
        Present =
        [
            new(new("Айгүл Төлөгөнова", "директордун орун басары"), ProtocolGroup.Administration, Remote: true), new(new("Нурлан Эсенов", "мугалим"), ProtocolGroup.Teachers, Remote: false),
            new(new("Жыпара Үсөнова", ""), ProtocolGroup.Parents, Remote: false),
        ],
        Absent = [new("Сезим Жокова", "ооруп калган")], Guests = ["Асан Чакырылов, психолог"], Total = 4, Quorum = true,
        Items = [Election(), Letter(ProtocolGap.No), Letter(ProtocolGap.Sealed) with { Letter = "2026-19" }, Matter()],
        Notes = [new("Айгүл Төлөгөнова", Day.AddDays(1), "Саат 15:10 болгон.")], Fingerprint = PaperSamples.Fingerprint,
    };

    public static ProtocolItem Letter(ProtocolGap gap) => Item(ProtocolMatter.Letter) with
    {
        Letter = "2026-18",
        Heard = gap == ProtocolGap.No ? "Айгүл Төлөгөнова — кат ашкана жөнүндө." : "",
        Spoke = gap == ProtocolGap.No ? "Нурлан Эсенов — чындык." : "",
        Gap = gap,
        Recused = ["Жыпара Үсөнова"],
    };

    public static ProtocolBookPaper Book(PaperLanguage language) => new()
    {
        Language = language, School = PaperSamples.School(language), SchoolYear = "2026–2027", Protocols = [Protocol(language, 1), Protocol(language, 3)],
        Contents = [new(1, Day), new(2, Day.AddDays(7)), new(3, Day.AddDays(14))],
    };

    public static DecisionsRegisterPaper Decisions(PaperLanguage language, string text = "Ашканага жаңы меш коюлсун") => new()
    {
        Language = language, School = PaperSamples.School(language), On = Day,
        Rows =
        [
            Decision(text, Day.AddDays(5), PaperDecisionState.Open), Decision("Терезелер айнектелсин", Day.AddDays(-1), PaperDecisionState.Open),
            Decision("Дарбаза оңдолсун", Day.AddDays(-9), PaperDecisionState.Done) with { EndedOn = Day.AddDays(-10), Evidence = "акт № 4" }, Decision("Эскирген", Day, PaperDecisionState.Dropped),
        ],
    };

    private static DecisionRow Decision(string text, DateOnly due, PaperDecisionState state) => new()
    {
        Protocol = "3 (2026–2027)", Date = Day, Number = "4.1", Text = text, Owner = "Айгүл Төлөгөнова", DueOn = due, State = state, EndedOn = null, Evidence = "",
    };

    private static ProtocolItem Election() => Item(ProtocolMatter.ElectChair) with
    {
        Heard = "Айгүл Төлөгөнова талапкерлерди сунуштады.",
        Elected = new("Жыпара Үсөнова", Woman: true),
        Ballots =
        [
            new() { For = 0, Against = 1, Abstained = 0, Candidates = [("Жыпара Үсөнова", 1), ("Нурлан Эсенов", 1)], ByName = [] },
            new() { For = 0, Against = 0, Abstained = 1, Candidates = [("Жыпара Үсөнова", 2)], ByName = [] },
        ],
    };

    private static ProtocolItem Matter() => Item(ProtocolMatter.Other) with
    {
        Title = "Ашканын абалы жөнүндө",
        Heard = "Айгүл Төлөгөнова — меш эски.",
        Decisions = [new("Ашканага жаңы меш коюлсун", "Айгүл Төлөгөнова", Day.AddDays(14))],
        Ballots =
        [
            new()
            {
                For = 2, Against = 1, Abstained = 0, Candidates = [],
                ByName = [new("Жыпара Үсөнова", ProtocolVoice.For, null), new("Нурлан Эсенов", ProtocolVoice.For, null), new("Айгүл Төлөгөнова", ProtocolVoice.Against, null)],
            },
        ],
    };

    private static ProtocolItem Item(ProtocolMatter matter) => new()
    {
        Matter = matter, Title = "", Letter = null, Heard = "", Spoke = "", Resolved = "", Gap = ProtocolGap.No, Recused = [], Ballots = [], Elected = null, Decisions = [],
    };
}
