using Ishenim.Core.Commission;
using Ishenim.Documents;
using Ishenim.Documents.Forms;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>A protocol as the forms take it, in the language in which it was frozen.</summary>
internal static class ProtocolOnPaper
{
    public static ProtocolPaper Paper(this ReadProtocol read)
    {
        var form = read.Form;
        return new ProtocolPaper
        {
            Language = PaperLanguages.Of(form.Language), School = new PaperSchool(form.School, form.SchoolGenitive), Number = form.Number, SchoolYear = form.SchoolYear,
            Date = form.HeldOn, Began = form.Began, Ended = form.Ended, Place = form.Place, Extraordinary = form.Extraordinary, EnteredLateOn = form.EnteredLateOn,
            Chair = new ProtocolSignatory(form.Chair.Name, form.Chair.Woman), Secretary = new ProtocolSignatory(form.Secretary.Name, form.Secretary.Woman),
            Present = [.. form.Present.Select(one => new ProtocolMember(new PaperPerson(one.Name, one.Post), Group(one.Group), one.Remote))],
            Absent = [.. form.Absent.Select(one => new ProtocolAbsence(one.Name, one.Reason))], Guests = form.Guests, Total = form.Total, Quorum = form.Quorum,
            Items = [.. form.Items.Select(item => Item(item, read.Minutes.GetValueOrDefault(item.Id)))],
            Notes = [.. form.Notes.Select(note => new ProtocolNoteLine(note.Name, note.Day, note.Text))], Fingerprint = read.Fingerprint?.ToString(),
        };
    }

    public static ProtocolItem Item(FrozenAgendaItem item, ReadMinutes? minutes) => new()
    {
        Matter = Matter(item.Kind), Title = item.Title, Letter = item.Letter,
        Heard = item.Heard ?? minutes?.Words?.Heard ?? "", Spoke = item.Spoke ?? minutes?.Words?.Spoke ?? "", Resolved = minutes?.Words?.Resolved ?? "",
        Gap = minutes?.View switch
        {
            MinutesView.Sealed => ProtocolGap.Sealed,
            MinutesView.Contradicts => ProtocolGap.Contradicts,
            _ => ProtocolGap.No,
        },
        Recused = [.. item.Recused, .. minutes?.Words?.Recused.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? []], Ballots = [.. item.Ballots.Select(Ballot)],
        Elected = item.Elected is { } elected ? new ProtocolSignatory(elected.Name, elected.Woman) : null,
        Decisions = [.. item.Decisions.Select(one => new ProtocolDecision(one.Text, one.Owner, one.DueOn))],
    };

    private static ProtocolBallot Ballot(FrozenBallot ballot) => new()
    {
        For = ballot.For, Against = ballot.Against, Abstained = ballot.Abstained, Candidates = [.. ballot.Candidates.Select(one => (one.Name, one.Votes))],
        ByName = [.. ballot.ByName.Select(vote => new ProtocolVote(vote.Member, Voice(vote.Voice), vote.Candidate))],
    };

    private static ProtocolMatter Matter(AgendaKind kind) => kind switch
    {
        AgendaKind.ElectChair => ProtocolMatter.ElectChair,
        AgendaKind.ElectDeputy => ProtocolMatter.ElectDeputy,
        AgendaKind.ElectSecretary => ProtocolMatter.ElectSecretary,
        AgendaKind.Letter => ProtocolMatter.Letter,
        AgendaKind.EarlierDecisions => ProtocolMatter.EarlierDecisions,
        _ => ProtocolMatter.Other,
    };

    private static ProtocolGroup Group(MemberGroup group) => group switch
    {
        MemberGroup.Administration => ProtocolGroup.Administration,
        MemberGroup.Teachers => ProtocolGroup.Teachers,
        _ => ProtocolGroup.Parents,
    };

    private static ProtocolVoice Voice(Voice voice) => voice switch
    {
        Core.Commission.Voice.For => ProtocolVoice.For,
        Core.Commission.Voice.Against => ProtocolVoice.Against,
        _ => ProtocolVoice.Abstained,
    };
}
