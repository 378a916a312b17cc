using System.Collections;
using System.Reflection;
using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents;

/// <summary>Names as nobody should have them, and names that are merely long.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>alert(1)</script>", "\"><img src=http://127.0.0.1:1/x>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3",
        "Асан\u202Eкод.exe\u2066", "a\0b\u0001c\uFFFE", "\uD800 жарты", "_x0041_", "&amp; & ]]>", "{ INCLUDETEXT \"http://127.0.0.1:1/\" }", "url(http://127.0.0.1:1/)", Long,
    ];

    public const string Long = "ӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуЖ";

    public static Document Act(string name) => ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz) with
    {
        School = new(name, name),
        Director = name,
        Town = name,
        Box = new(name, name),
        Broken = name,
        Seal = name,
        NewSeal = name,
        Signers = [new(new(name, name), ActPart.Responsible), new(new(name, ""), ActPart.Witness)],
        SetAside = [new(1, name)],
        HandedOverBy = name,
        TakenBy = name,
        Rows = [new ActRow { Kind = PaperLetterKind.Complaint, Signed = true, Sheets = 1, RegisterNumber = name, Note = name }],
        Corrections = [new(1, new(2026, 11, 20), name, name)],
    });

    /// <summary>Every paper there is, with each of these names in place of every text in it.</summary>
    public static IEnumerable<(string Paper, string Name, Document Document)> Papers =>
        PaperSamples.All(PaperLanguage.Kyrgyz).SelectMany(_ => Names, (paper, name) => (paper.Key, name, Everywhere(paper.Value, name)));

    /// <summary>The same paper, all of whose texts are this one.</summary>
    public static Document Everywhere(Document paper, string text) => (Document)With(paper, text)!;

    private static object? With(object? value, string text) => value switch
    {
        string => text,
        null or ValueType or Cell { Number: not null } or Cell { Day: not null } => value,
        IEnumerable list => ListWith(list, text),
        _ => RecordWith(value, text),
    };

    private static Array ListWith(IEnumerable list, string text)
    {
        var one = list.GetType().GetInterfaces().Single(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)).GetGenericArguments()[0];
        var items = list.Cast<object?>().Select(item => With(item, text)).ToList();
        var copy = Array.CreateInstance(one, items.Count);
        ((ICollection)items).CopyTo(copy, 0);
        return copy;
    }

    private static object RecordWith(object value, string text)
    {
        var copy = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null)!;
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite))
            property.SetValue(copy, With(property.GetValue(value), text));
        return copy;
    }
}
