using Ishenim.Core.Appeals;

namespace Ishenim.Demo;

/// <summary>One invented letter and how far it has got.</summary>
internal sealed record DemoLetter(int DaysAgo, string Text, Subject Subject, WriterGroup Group, AppealState State)
{
    public Kind Kind { get; init; }

    public IReadOnlyList<About> About { get; init; } = [];

    public Identity? Identity { get; init; }

    public bool Urgent { get; init; }

    public string? Answer { get; init; }

    /// <summary>What the writer added after the answer.</summary>
    public string? More { get; init; }
}

internal static class DemoLetters
{
    public static readonly IReadOnlyList<DemoLetter> All =
    [
        new(34, "Спортзалдын терезеси сынык, кышында үшүйбүз. Оңдоп берсеңиздер.", Subject.Conditions, WriterGroup.Pupil, AppealState.Closed)
        {
            Kind = Kind.Application, Answer = "Терезе алмаштырылды. Кабарыңыз үчүн рахмат.", More = "Рахмат, азыр жылуу!",
        },
        new(27, "Предлагаю открыть после уроков шахматный кружок. Доски принесём сами.", Subject.Upbringing, WriterGroup.Parent, AppealState.Answered)
        {
            Kind = Kind.Proposal, Identity = new Identity("Сезим Мисалова", "+996 700 000 001"),
            Answer = "Спасибо за предложение. Кружок начнёт работу по субботам, комната найдена.",
        },
        new(25, "Класста «фондго» деп ар айда акча чогултушат, дүмүрчөк беришпейт.", Subject.Corruption, WriterGroup.Parent, AppealState.UnderConsideration)
        {
            Kind = Kind.Complaint, About = [About.Committee],
        },
        new(19, "Директор мугалимдерди дем алыш күнү акысыз иштетип жатат.", Subject.Other, WriterGroup.Teacher, AppealState.UnderConsideration)
        {
            Kind = Kind.Complaint, About = [About.Director],
        },
        new(12, "Жогорку класстын балдары кичинекейлерден тамак акчасын тартып алышат.", Subject.Safety, WriterGroup.Pupil, AppealState.Answered)
        {
            Kind = Kind.Complaint, Answer = "Катыңыз үчүн рахмат. Бул кайда жана качан болорун жазып берсеңиз, тезирээк чечебиз. Сизди эч ким издебейт.",
            More = "Көбүнчө экинчи тыныгууда, ашкананын артында.",
        },
        new(10, "Сынап көрүү: кат жетеби?", Subject.Other, WriterGroup.Other, AppealState.Cancelled),
        new(8, "Математикадан үй тапшырма өтө көп, түнкү саат он бирге чейин отурабыз.", Subject.Teaching, WriterGroup.Pupil, AppealState.Registered)
        {
            About = [About.Teacher],
        },
        new(5, "В туалете на втором этаже нет воды и мыла уже третью неделю.", Subject.Conditions, WriterGroup.Pupil, AppealState.Registered),
        new(2, "Китепкананы түштөн кийин да ачып койсоңуздар, окуганга үйдө шарт жок.", Subject.Upbringing, WriterGroup.Pupil, AppealState.Registered)
        {
            Kind = Kind.Proposal,
        },
        new(0, "Досумду сабактан кийин дарбазанын жанында күтүп туруп коркутуп жатышат. Үйүнө барганга коркот.", Subject.Safety, WriterGroup.Pupil, AppealState.Registered)
        {
            Urgent = true,
        },
    ];
}
