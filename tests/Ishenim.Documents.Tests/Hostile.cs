using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents;

/// <summary>Names as nobody should have them, and names that are merely long.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>alert(1)</script>", "\"><img src=http://127.0.0.1:1/x>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3",
        "Асан\u202Eкод.exe\u2066", "a\0b\u0001c\uFFFE", "\uD800 жарты", "_x0041_", "&amp; & ]]>", "url(http://127.0.0.1:1/)", Long,
    ];

    public const string Long = "ӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуӨмүрбекжанмырзаңүкөоглуЖ";

    public static Document Act(string name) => ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz) with
    {
        School = new(name, name), Director = name, Town = name, Box = new(name, name), Broken = name, Seal = name, NewSeal = name,
        Signers = [new(new(name, name), ActPart.Responsible), new(new(name, ""), ActPart.Witness)],
        SetAside = [new(1, name)], HandedOverBy = name, TakenBy = name,
        Rows = [new ActRow { Kind = PaperLetterKind.Complaint, Signed = true, Sheets = 1, RegisterNumber = name, Note = name }],
        Corrections = [new(1, new(2026, 11, 20), name, name)],
    });
}
