namespace Ishenim.Documents.Forms;

/// <summary>The table of the register: columns and order as the regulation's papers have them.</summary>
internal static class AppealsRegisterTable
{
    /// <summary>What is told to nobody here, or not to this person.</summary>
    private const string Untold = "—";

    /// <param name="Kyrgyz">Its head in Kyrgyz.</param>
    /// <param name="Russian">Its head in Russian.</param>
    /// <param name="Width">Its share of a sheet without content; 0: it is not there.</param>
    /// <param name="Wide">Its share of a spread with content.</param>
    /// <param name="Cell">What stands in it.</param>
    private sealed record Place(string Kyrgyz, string Russian, int Width, int Wide, Func<AppealsRegisterRow, bool, Cell> Cell);

    private static readonly Place[] _places =
    [
        new("Каттоо №", "Рег. №", 7, 5, (row, _) => row.Number),
        new("Келип түшкөн күнү", "Дата поступления", 7, 5, Fact(facts => facts.Received)),
        new("Катталган күнү", "Дата регистрации", 7, 5, Fact(facts => facts.Registered)),
        new("Кайдан түштү (кутуча / сайт / эл. почта / оозеки)", "Откуда поступило (ящик / сайт / эл. почта / устно)", 6, 5, Fact(facts => facts.Channel)),
        new("Түрү (даттануу / арыз / сунуш)", "Вид (жалоба / заявление / предложение)", 7, 6, Fact(facts => facts.Kind)),
        new("Кайрылуучу (аты-жөнү же «анонимдүү»)", "Заявитель (Ф. И. О. или «анонимно»)", 8, 6, Fact(facts => facts.Writer)),
        new("Кайсы топтон (окуучу / ата-эне / мугалим / башка)", "Категория (ученик / родитель / учитель / иной)", 6, 5, Fact(facts => facts.Group)),
        new("Темасы", "Тема", 7, 6, Fact(facts => facts.Subject)),
        new("Кыскача мазмуну", "Краткое содержание", 0, 13, (row, _) => row.Content?.Text ?? Untold),
        new("Кимге жөнөтүлдү, күнү", "Кому направлено, дата", 7, 6, (row, content) => row.Facts is null ? Untold : content && row.Content is { Forwarded.Length: > 0 } told ? told.Forwarded : Documents.Cell.Empty),
        new("Кароо мөөнөтү", "Срок рассмотрения", 7, 5, Fact(facts => facts.Due)),
        new("Мөөнөтү узартылды (качанга чейин, негизи)", "Продлено (до какого числа, основание)", 7, 6, Extended),
        new("Кароонун жыйынтыгы", "Результат рассмотрения", 7, 6, Fact(facts => facts.Outcome)),
        new("Себеби", "Причина", 5, 4, Fact(_ => Documents.Cell.Empty)),
        new("Көрүлгөн чаралар", "Принятые меры", 0, 8, (row, _) => row.Content?.Measures ?? Untold),
        new("Жооп берилген күнү, №", "Дата и № ответа", 7, 5, Fact(facts => facts.Answered is { } day ? day : Documents.Cell.Empty)),
        new("Делого тигилди (№, барак)", "Подшито в дело (№, листы)", 5, 4, (_, _) => Documents.Cell.Empty),
    ];

    public static Table Of(AppealsRegisterPaper paper)
    {
        var places = _places.Where(place => paper.Content || place.Width > 0).ToList();
        return new Table(
            [.. places.Select(place => new Column(paper.Language.Say(place.Kyrgyz, place.Russian), paper.Content ? place.Wide : place.Width))],
            [.. paper.Rows.Select(row => places.ConvertAll(place => place.Cell(row, paper.Content)))]);
    }

    private static Func<AppealsRegisterRow, bool, Cell> Fact(Func<AppealsRegisterFacts, Cell> of) => (row, _) => row.Facts is { } facts ? of(facts) : Untold;

    /// <summary>The day for everybody; its ground only for those who may read it.</summary>
    private static Cell Extended(AppealsRegisterRow row, bool content)
    {
        if (row.Facts is not { } facts)
            return Untold;
        if (facts.ExtendedTo is not { } day)
            return Documents.Cell.Empty;
        if (!content)
            return day;
        return row.Content is { Extension.Length: > 0 } told ? $"{PaperDates.Short(day)}; {told.Extension}" : day;
    }
}
