using System.Globalization;
using Ishenim.Core.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>The next numbers of registers that a school keeps on paper already (X8); empty means from 1.</summary>
public sealed class NumbersForm
{
    private const long Most = 1_000_000;

    public string? Register { get; set; }

    public string? Acts { get; set; }

    public string? Protocols { get; set; }

    public string? Openings { get; set; }

    public LastNumbers Read(ModelStateDictionary state, Say say) => new(
        Last(state, "register", Register, say), Last(state, "acts", Acts, say), Last(state, "protocols", Protocols, say), Last(state, "openings", Openings, say));

    private static long Last(ModelStateDictionary state, string name, string? typed, Say say)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return 0;
        if (long.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next is >= 1 and <= Most)
            return next - 1;
        state.AddModelError("numbers." + name, say["setup.numbers.bad"]);
        return 0;
    }
}
