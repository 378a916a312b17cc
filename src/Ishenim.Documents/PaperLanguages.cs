namespace Ishenim.Documents;

public static class PaperLanguages
{
    /// <summary>"ru" is Russian; all else is written in Kyrgyz, the first official language.</summary>
    public static PaperLanguage Of(string code) => code == "ru" ? PaperLanguage.Russian : PaperLanguage.Kyrgyz;

    public static string Code(this PaperLanguage language) => language == PaperLanguage.Russian ? "ru" : "ky";

    /// <summary>The one of both wordings, which stand side by side.</summary>
    internal static T Say<T>(this PaperLanguage language, T kyrgyz, T russian) =>
        language == PaperLanguage.Russian ? russian : kyrgyz;
}
