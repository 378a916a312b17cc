using Ishenim.Core.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>The fields of a school, as set-up and settings ask them.</summary>
public sealed class SchoolForm
{
    public const string Prefix = "school.";

    public string? Kyrgyz { get; set; }

    public string? KyrgyzGenitive { get; set; }

    public string? Russian { get; set; }

    public string? RussianGenitive { get; set; }

    public string? Town { get; set; }

    public string? Language { get; set; }

    /// <summary>Box, last opening and week are asked once; afterwards boxes and calendar have pages of their own.</summary>
    public bool AtSetUp { get; init; } = true;

    public string? BoxPlace { get; set; }

    public DateOnly? LastOpeningOn { get; set; }

    public bool SixDayWeek { get; set; }

    public static SchoolForm Of(School school) => new()
    {
        Kyrgyz = school.Name.Kyrgyz, KyrgyzGenitive = school.Name.KyrgyzGenitive, Russian = school.Name.Russian, RussianGenitive = school.Name.RussianGenitive,
        Town = school.Town, Language = school.Language, AtSetUp = false,
    };

    public void Check(ModelStateDictionary state, Say say)
    {
        (Kyrgyz, KyrgyzGenitive, Russian, RussianGenitive) = (OneLine.Of(Kyrgyz), OneLine.Of(KyrgyzGenitive), OneLine.Of(Russian), OneLine.Of(RussianGenitive));
        (Town, BoxPlace) = (OneLine.Of(Town), OneLine.Of(BoxPlace));
        foreach (var (name, text, most) in new[]
        {
            ("kyrgyz", Kyrgyz, School.NameLength), ("kyrgyzGenitive", KyrgyzGenitive, School.NameLength), ("russian", Russian, School.NameLength),
            ("russianGenitive", RussianGenitive, School.NameLength), ("town", Town, School.TownLength),
        })
            if (text.Length == 0)
                state.AddModelError(Prefix + name, say["form.missing"]);
            else if (text.Length > most)
                state.AddModelError(Prefix + name, say["form.long", ("n", most)]);
        if (BoxPlace.Length > SchoolSettings.BoxPlaceLength)
            state.AddModelError(Prefix + "boxPlace", say["form.long", ("n", SchoolSettings.BoxPlaceLength)]);
        Language = WordBook.Languages.Contains(Language) ? Language : say.Language;
    }

    /// <summary>Once checked.</summary>
    public SchoolName Names() => new()
    {
        Kyrgyz = Kyrgyz!, KyrgyzGenitive = KyrgyzGenitive!, Russian = Russian!, RussianGenitive = RussianGenitive!,
    };
}
