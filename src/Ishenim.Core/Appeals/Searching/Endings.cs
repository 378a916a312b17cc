namespace Ishenim.Core.Appeals.Searching;

/// <summary>
/// Common endings of Kyrgyz and Russian words. It is no grammar: enough to find «ашканада» by «ашкананын» and «учителя» by
/// «учителем», and rather a letter too many than one too few.
/// </summary>
internal static class Endings
{
    /// <summary>A word so long or longer is told by its beginning.</summary>
    public const int Telling = 4;

    private const int Least = 3;
    private const int LongWord = 6;
    private const int LongEnding = 3;
    private const int MostOfAWord = 4;

    /// <summary>Several of them stand after each other: балдар-ыбыз-дын.</summary>
    private static readonly string[] _kyrgyz = Folded(
        """
        лар лер лор лөр дар дер дор дөр тар тер тор төр
        нын нин нун нүн дын дин дун дүн тын тин тун түн га ге го гө ка ке ко кө ны ни ну нү ды ди ду дү ты ти ту тү
        да де до дө та те то тө дан ден дон дөн тан тен тон төн нан нен на не нда нде
        ым им ум үм ың иң уң үң ыңыз иңиз уңуз үңүз ыбыз ибиз убуз үбүз быз биз буз бүз сы си су сү ы и у ү м
        дагы деги догу дөгү тагы теги тогу төгү луу лүү дуу дүү туу түү сыз сиз суз сүз лык лик лук лүк дык дик тык тик чы чи чу чү
        ган ген гон гөн кан кен кон көн ып ип уп үп уу үү ат ет от өт айт ейт са се бай бей сын син а е о ө
        """);

    /// <summary>One of them ends a word.</summary>
    private static readonly string[] _russian = Folded(
        """
        ами ями ого его ому ему ыми ими ых их ов ев ей ой ий ый ом ем ам ям ах ях ые ие ая яя ое ее ую юю ою ею ым им
        а я о е у ю ы и й ь ть ться тся ет ут ют ит ат ят л ла ло ли лся лась лись ешь ишь ете ите
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _all =
        _kyrgyz.Concat(_russian).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stays of a folded word without its endings, as a Kyrgyz and as a Russian word.</summary>
    public static IReadOnlyCollection<string> StemsOf(string word) => new HashSet<string> { Kyrgyz(word), Russian(word) };

    /// <summary>Whether nothing but endings are here.</summary>
    public static bool Are(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return true;
        for (var length = Math.Min(rest.Length, LongWord); length > 0; length--)
            if (_all.Contains(rest[..length]) && Are(rest[length..]))
                return true;
        return false;
    }

    private static string Kyrgyz(string word)
    {
        var stem = word;
        for (var i = 0; i < MostOfAWord && EndingOf(stem, word, _kyrgyz) is { } ending; i++)
            stem = stem[..^ending.Length];
        return stem;
    }

    private static string Russian(string word) => EndingOf(word, word, _russian) is { } ending ? word[..^ending.Length] : word;

    private static string? EndingOf(string stem, string word, string[] endings) =>
        Array.Find(endings, ending => stem.EndsWith(ending, StringComparison.Ordinal) && stem.Length - ending.Length >= Stays(word, ending));

    /// <summary>A short ending of a long word may be no ending at all: more has to stay.</summary>
    private static int Stays(string word, string ending) => word.Length < LongWord || ending.Length >= LongEnding ? Least : Telling;

    /// <summary>The longest first.</summary>
    private static string[] Folded(string endings) =>
        [.. endings.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.Of).Distinct().OrderByDescending(ending => ending.Length)];
}
