using System.Collections.Frozen;
using Ishenim.Core.Appeals;

namespace Ishenim.Pages.Public.Forms;

/// <summary>
/// The values of the form's choices. They are an interface: sites and scripts of schools send them. Each has its words
/// under <c>kind.…</c>, <c>subject.…</c>, <c>group.…</c>, <c>about.…</c>.
/// </summary>
public static class FormWords
{
    public static readonly FrozenDictionary<string, Kind> Kinds = new Dictionary<string, Kind>
    {
        ["complaint"] = Kind.Complaint, ["application"] = Kind.Application, ["proposal"] = Kind.Proposal,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Subject> Subjects = new Dictionary<string, Subject>
    {
        ["rights"] = Subject.ChildRights, ["corruption"] = Subject.Corruption, ["teaching"] = Subject.Teaching, ["upbringing"] = Subject.Upbringing,
        ["safety"] = Subject.Safety, ["conditions"] = Subject.Conditions, ["other"] = Subject.Other,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, WriterGroup> Groups = new Dictionary<string, WriterGroup>
    {
        ["pupil"] = WriterGroup.Pupil, ["parent"] = WriterGroup.Parent, ["teacher"] = WriterGroup.Teacher, ["other"] = WriterGroup.Other,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, About> Abouts = new Dictionary<string, About>
    {
        ["nobody"] = About.Nobody, ["director"] = About.Director, ["responsible"] = About.Responsible, ["chair"] = About.Chair,
        ["deputy"] = About.Deputy, ["teacher"] = About.Teacher, ["committee"] = About.Committee, ["other"] = About.Other,
    }.ToFrozenDictionary();

    /// <summary>The order in which the page asks whom a letter is about: most often meant first.</summary>
    public static IReadOnlyList<string> AboutsAsked { get; } =
        ["nobody", "teacher", "director", "deputy", "responsible", "committee", "chair", "other"];

    public static IReadOnlyList<string> KindsAsked { get; } = ["complaint", "application", "proposal"];

    public static IReadOnlyList<string> SubjectsAsked { get; } =
        ["safety", "rights", "corruption", "teaching", "conditions", "upbringing", "other"];

    public static IReadOnlyList<string> GroupsAsked { get; } = ["pupil", "parent", "teacher", "other"];
}
