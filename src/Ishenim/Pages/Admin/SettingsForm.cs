using System.Globalization;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Admin;

/// <summary>A school's numbers and addresses, as typed.</summary>
public sealed class SettingsForm
{
    private const string Prefix = "values.";

    public string? OpeningSigners { get; set; }

    public string? OpeningMembers { get; set; }

    public string? QuorumPercent { get; set; }

    public string? MeetingsPerHalfYear { get; set; }

    public string? Files { get; set; }

    public string? FileMegabytes { get; set; }

    public string? Mailbox { get; set; }

    public string? Site { get; set; }

    public DateOnly? RegulationOn { get; set; }

    public string? OrderNumber { get; set; }

    public DateOnly? OrderOn { get; set; }

    public bool ShowBoard { get; set; }

    public bool ShowOpener { get; set; }

    /// <summary>Such as "8, 13, 19".</summary>
    public string? AppearAtHours { get; set; }

    public static SettingsForm Of(SchoolSettings settings) => new()
    {
        OpeningSigners = $"{settings.LeastSigners}", OpeningMembers = $"{settings.WishedMembers}", Files = $"{settings.Files}",
        FileMegabytes = $"{settings.FileMegabytes}", Mailbox = settings.Mailbox, Site = settings.SiteOrigin, AppearAtHours = string.Join(", ", settings.AppearAtHours),
        QuorumPercent = $"{settings.Quorum}", MeetingsPerHalfYear = $"{settings.LeastMeetings}",
        RegulationOn = settings.RegulationOn, OrderNumber = settings.OrderNumber, OrderOn = settings.OrderOn,
        ShowBoard = settings.ShowBoard, ShowOpener = settings.ShowOpener,
    };

    /// <summary>The settings with these values; what is wrong stands in the model state.</summary>
    public SchoolSettings Read(SchoolSettings before, ModelStateDictionary state, Say say)
    {
        if (!EmailAddress.TryParse(Mailbox, out var mailbox))
            state.AddModelError(Prefix + "mailbox", say["people.email.bad"]);
        if (!SiteOrigin.TryParse(Site, out var site))
            state.AddModelError(Prefix + "site", say["settings.site.bad"]);
        OrderNumber = OneLine.Of(OrderNumber);
        state.FitsIn(Prefix + "orderNumber", OrderNumber, SchoolSettings.OrderNumberLength, say, needed: false);
        return before with
        {
            OpeningSigners = Number(state, say, "openingSigners", OpeningSigners, 1, 9),
            OpeningMembers = Number(state, say, "openingMembers", OpeningMembers, 0, 9),
            QuorumPercent = Number(state, say, "quorumPercent", QuorumPercent, SchoolSettings.LeastQuorum, SchoolSettings.MostQuorum),
            MeetingsPerHalfYear = Number(state, say, "meetingsPerHalfYear", MeetingsPerHalfYear, 1, SchoolSettings.MostMeetings),
            Files = Number(state, say, "files", Files, 0, SchoolSettings.MostFiles),
            FileMegabytes = Number(state, say, "fileMegabytes", FileMegabytes, 1, SchoolSettings.MostFileMegabytes),
            Mailbox = mailbox,
            SiteOrigin = site,
            AppearAtHours = Hours(state, say),
            RegulationOn = DayIfAny(state, say, "regulationOn", RegulationOn),
            OrderNumber = OrderNumber.Length > 0 ? OrderNumber : null,
            OrderOn = DayIfAny(state, say, "orderOn", OrderOn),
            ShowBoard = ShowBoard,
            ShowOpener = ShowOpener,
        };
    }

    private static DateOnly? DayIfAny(ModelStateDictionary state, Say say, string name, DateOnly? typed)
    {
        var key = Prefix + name;
        return typed is null && state.GetFieldValidationState(key) != ModelValidationState.Invalid ? null : state.Day(key, typed, say);
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
