using System.Globalization;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Admin;

/// <summary>A school's numbers and addresses, as typed.</summary>
public sealed class SettingsForm
{
    private const string Prefix = "values.";

    public string? OpeningSigners { get; set; }

    public string? OpeningMembers { get; set; }

    public string? Files { get; set; }

    public string? FileMegabytes { get; set; }

    public string? Mailbox { get; set; }

    public string? Site { get; set; }

    /// <summary>Such as "8, 13, 19".</summary>
    public string? AppearAtHours { get; set; }

    public static SettingsForm Of(SchoolSettings settings) => new()
    {
        OpeningSigners = $"{settings.LeastSigners}", OpeningMembers = $"{settings.WishedMembers}", Files = $"{settings.Files}",
        FileMegabytes = $"{settings.FileMegabytes}", Mailbox = settings.Mailbox, Site = settings.SiteOrigin, AppearAtHours = string.Join(", ", settings.AppearAtHours),
    };

    /// <summary>The settings with these values; what is wrong stands in the model state.</summary>
    public SchoolSettings Read(SchoolSettings before, ModelStateDictionary state, Say say)
    {
        if (!EmailAddress.TryParse(Mailbox, out var mailbox))
            state.AddModelError(Prefix + "mailbox", say["people.email.bad"]);
        if (!SiteOrigin.TryParse(Site, out var site))
            state.AddModelError(Prefix + "site", say["settings.site.bad"]);
        return before with
        {
            OpeningSigners = Number(state, say, "openingSigners", OpeningSigners, 1, 9),
            OpeningMembers = Number(state, say, "openingMembers", OpeningMembers, 0, 9),
            Files = Number(state, say, "files", Files, 0, SchoolSettings.MostFiles),
            FileMegabytes = Number(state, say, "fileMegabytes", FileMegabytes, 1, SchoolSettings.MostFileMegabytes),
            Mailbox = mailbox,
            SiteOrigin = site,
            AppearAtHours = Hours(state, say),
        };
    }

    private List<int> Hours(ModelStateDictionary state, Say say)
    {
        var hours = (AppearAtHours ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 23 ? hour : -1).ToList();
        if (hours.Contains(-1))
            state.AddModelError(Prefix + "appearAtHours", say["settings.appear.bad"]);
        return [.. hours.Distinct().Order()];
    }

    private static int Number(ModelStateDictionary state, Say say, string name, string? typed, int least, int most)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        state.AddModelError(Prefix + name, say["settings.number.bad", ("least", least), ("most", most)]);
        return least;
    }
}
