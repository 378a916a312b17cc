namespace Ishenim.Core.Schools;

/// <summary>
/// The name in nominative and genitive, in both official languages: an ending is never glued to a name.
/// </summary>
public sealed record SchoolName
{
    public required string Kyrgyz { get; init; }

    public required string KyrgyzGenitive { get; init; }

    public required string Russian { get; init; }

    public required string RussianGenitive { get; init; }

    /// <summary>The name for a screen in that language; English screens show the Kyrgyz name.</summary>
    public string In(string language) => language == "ru" ? Russian : Kyrgyz;

    public string GenitiveIn(string language) => language == "ru" ? RussianGenitive : KyrgyzGenitive;
}
