using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>The words of what a letter's official side says.</summary>
internal static class FactWords
{
    public static string Of(this Say say, AppealState state) => say["state." + state switch
    {
        AppealState.Registered => "registered",
        AppealState.UnderConsideration => "considered",
        AppealState.Answered => "answered",
        AppealState.Cancelled => "cancelled",
        _ => "closed",
    }];

    public static string Of(this Say say, Outcome outcome) => say["outcome." + outcome switch
    {
        Outcome.WellFounded => "founded",
        Outcome.Partly => "partly",
        Outcome.NotConfirmed => "unconfirmed",
        Outcome.Explained => "explained",
        Outcome.ProposalTakenUp => "taken-up",
        Outcome.ProposalNotTakenUp => "not-taken-up",
        Outcome.NotOurCompetence => "elsewhere",
        Outcome.JoinedToAnother => "joined",
        _ => "without",
    }];

    public static string Of(this Say say, MeasureKind kind) => say["measure." + kind switch
    {
        MeasureKind.Talk => "talk",
        MeasureKind.Repair => "repair",
        MeasureKind.Rule => "rule",
        MeasureKind.Discipline => "discipline",
        MeasureKind.Refund => "refund",
        MeasureKind.Help => "help",
        _ => "other",
    }];

    public static string Of(this Say say, CancelGround ground) => say["cancel." + ground switch
    {
        CancelGround.Empty => "empty",
        CancelGround.DoubleEntry => "double",
        _ => "test",
    }];

    public static string Of(this Say say, Kind kind) => say["kind." + kind switch
    {
        Kind.Complaint => "complaint",
        Kind.Application => "application",
        Kind.Proposal => "proposal",
        _ => "unset",
    }];

    public static string Of(this Say say, Subject subject) => say["subject." + subject switch
    {
        Subject.ChildRights => "rights",
        Subject.Corruption => "corruption",
        Subject.Teaching => "teaching",
        Subject.Upbringing => "upbringing",
        Subject.Safety => "safety",
        Subject.Conditions => "conditions",
        _ => "other",
    }];

    public static string Of(this Say say, WriterGroup group) => say["group." + group switch
    {
        WriterGroup.Pupil => "pupil",
        WriterGroup.Parent => "parent",
        WriterGroup.Teacher => "teacher",
        WriterGroup.Other => "other",
        _ => "unknown",
    }];

    public static string Of(this Say say, Channel channel) => say["channel." + channel switch
    {
        Channel.Box => "box",
        Channel.Email => "email",
        Channel.Oral => "oral",
        Channel.ByHand => "hand",
        _ => "web",
    }];

    public static string Of(this Say say, About about) => say["about." + about switch
    {
        About.Director => "director",
        About.Responsible => "responsible",
        About.Chair => "chair",
        About.Deputy => "deputy",
        About.Teacher => "teacher",
        About.Committee => "committee",
        About.Other => "other",
        _ => "nobody",
    }];

    public static string Of(this Say say, Need need) => say["today." + need switch
    {
        Need.NotHelped => "nothelped",
        Need.Urgent => "urgent",
        Need.Overdue => "overdue",
        Need.DueSoon => "due",
        Need.Unread => "new",
        Need.Draft => "draft",
        _ => "few",
    }];

    /// <summary>Which badge shows a state.</summary>
    public static string Badge(this AppealState state) => state switch
    {
        AppealState.Registered => "new",
        AppealState.UnderConsideration => "work",
        _ => "done",
    };

    public static string Badge(this Need need) => need switch
    {
        Need.Urgent or Need.NotHelped => "urgent",
        Need.Overdue => "late",
        Need.DueSoon => "soon",
        Need.Unread => "new",
        _ => "plain",
    };

    /// <summary>Such as "2,4 МБ": rounded to what people compare.</summary>
    public static string Size(this Say say, long bytes) => bytes < 1024 * 1024
        ? say["file.kilobytes", ("n", Math.Max(1, bytes / 1024))]
        : say["file.megabytes", ("n", (bytes / 1024 / 102.4m / 10).ToString("0.#").Replace('.', say.Language == "en" ? '.' : ','))];
}
