using Ishenim.Core.Commission;
using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>An order as the form takes it, in the language in which it was frozen.</summary>
internal static class OrderOnPaper
{
    public static OrderPaper Paper(this ReadOrder read)
    {
        var form = read.Form;
        return new OrderPaper
        {
            Language = PaperLanguages.Of(form.Language), School = new PaperSchool(form.School, form.SchoolGenitive), Town = form.Town, Number = form.Number, Date = form.Day,
            Administration = Of(form, MemberGroup.Administration), Teachers = Of(form, MemberGroup.Teachers), Parents = Of(form, MemberGroup.Parents), FirstMeetingOn = form.FirstMeetingOn,
            Responsible = form.Responsible is { } responsible ? new PaperPerson(responsible.Name, responsible.Post) : null, ResponsibleIsDeputy = form.Responsible?.Deputy ?? true,
            StandIn = form.Responsible?.StandIn is { } standIn ? new PaperPerson(standIn.Name, standIn.Post) : null,
            OpeningEveryDays = form.OpeningEveryDays, Director = form.SignedBy, Fingerprint = read.Fingerprint?.ToString(),
        };
    }

    private static IReadOnlyList<PaperPerson> Of(FrozenOrder form, MemberGroup group) =>
        [.. form.Members.Where(member => member.Group == group).Select(member => new PaperPerson(member.Name, member.Post))];
}
