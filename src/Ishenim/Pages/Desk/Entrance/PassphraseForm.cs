using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A new passphrase, typed twice.</summary>
public sealed class PassphraseForm
{
    public string? New { get; set; }

    public string? Again { get; set; }

    public void Check(ModelStateDictionary state, Say say, IEnumerable<string?> own)
    {
        var verdict = PassphraseRule.Judge(New, own);
        if (verdict != PassphraseVerdict.Fine)
            state.AddModelError("passphrase.new", say[verdict == PassphraseVerdict.TooShort ? "passphrase.short" : "passphrase.common"]);
        else if (New != Again)
            state.AddModelError("passphrase.again", say["passphrase.different"]);
    }

    public static IEnumerable<string?> NamesOf(School school) =>
        [school.Name.Kyrgyz, school.Name.KyrgyzGenitive, school.Name.Russian, school.Name.RussianGenitive, school.Town, school.Slug];
}
