using Ishenim.Core.Boxes;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Words;
using Kind = Ishenim.Core.Appeals.Kind;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>A frozen opening as the forms take it, in the language in which it was frozen.</summary>
internal sealed class OpeningPaper(FrozenOpening opening, Say say)
{
    public ActPaper Act(IReadOnlyList<(Guid Of, FrozenCorrection Correction)> corrections, string fingerprint) => new()
    {
        Language = PaperLanguages.Of(opening.Language), School = new PaperSchool(opening.School, opening.SchoolGenitive), Director = opening.Director,
        Town = opening.Town, Number = opening.Act!.Value, Date = opening.FinishedOn, Box = Box(), OpenedOn = opening.OpenedOn, OpenedAt = opening.OpenedAt,
        RegulationApprovedOn = opening.RegulationOn, OrderNumber = opening.OrderNumber, OrderDate = opening.OrderOn,
        Signers = [.. opening.Signers.Select(signer => new ActSigner(new PaperPerson(signer.Name, signer.Post), PartOf(signer.Capacity)))],
        Broken = Text(opening.Damage), Seal = Text(opening.SealBefore), NewSeal = Text(opening.SealAfter),
        Letters = opening.Letters.Count(), Sheets = opening.Letters.Sum(letter => letter.Sheets),
        Signed = opening.Letters.Count(letter => letter.Signed == true), Anonymous = opening.Letters.Count(letter => letter.Signed == false),
        SetAside = [.. opening.Others.GroupBy(other => other.SetAside).Select(group => new ActSetAside(group.Sum(other => other.Sheets), say.Of(group.Key)))],
        Rows = [.. opening.Letters.Select(Row)], HandedOverBy = opening.Signers[0].Name, TakenBy = "",
        EnteredLateOn = opening.Late ? opening.EnteredOn : null,
        Corrections = [.. corrections.Select(one => new PaperCorrection(one.Correction.Number, one.Correction.Day, one.Correction.Text, one.Correction.Name))],
        Fingerprint = fingerprint,
    };

    /// <summary>A line of the journal of openings.</summary>
    public OpeningRow Row(IReadOnlyList<(Guid Of, FrozenCorrection Correction)> corrections, Guid id) => new()
    {
        Number = opening.Number, Date = opening.OpenedOn, Time = opening.OpenedAt, OpenedBy = Person(opening.Signers[0]),
        Present = [.. opening.Signers.Skip(1).Select(Person)], Broken = Text(opening.Damage), Letters = opening.Letters.Count(),
        ActNumber = opening.Act, ActDate = opening.Act is null ? null : opening.FinishedOn,
        RegisterNumbers = [.. opening.Letters.Where(letter => letter.Number is not null).Select(letter => letter.Number!)],
        EnteredLateOn = opening.Late ? opening.EnteredOn : null,
        Note = string.Join("; ", Notes().Concat(corrections.Where(one => one.Of == id).Select(one => say["opening.paper.correction", ("n", one.Correction.Number), ("text", one.Correction.Text)]))),
    };

    public static KeyHandOverPaper HandOver(FrozenHandOver paper, string fingerprint) => new()
    {
        Language = PaperLanguages.Of(paper.Language), School = new PaperSchool(paper.School, paper.SchoolGenitive), Town = paper.Town, Date = paper.Day,
        Box = new PaperBox($"{paper.Box}", paper.Where), Keys = paper.Keys, From = paper.From is { } from ? Person(from) : null, To = Person(paper.To),
        Seal = Text(paper.Seal), Reason = Text(paper.Reason), EnteredLateOn = paper.Late ? paper.EnteredOn : null, Fingerprint = fingerprint,
    };

    private IEnumerable<string> Notes()
    {
        if (opening.Letters.Count(letter => letter.Restricted) is var restricted and > 0)
            yield return say["opening.paper.restricted.count", ("n", restricted)];
        if (opening.FewMembers)
            yield return say["opening.few"];
        if (opening.Facing.HasFlag(Facing.Camera))
            yield return say["opening.facing.camera"];
        if (opening.Facing.HasFlag(Facing.OfficeDoor))
            yield return say["opening.facing.door"];
    }

    /// <summary>Of a restricted letter the act says that it was registered, and neither number nor kind nor whether it was signed.</summary>
    private ActRow Row(FrozenItem letter) => letter.Restricted
        ? new ActRow
        {
            Kind = letter.Closed ? PaperLetterKind.ClosedEnvelope : PaperLetterKind.Undecided, Signed = null, Sheets = letter.Sheets,
            RegisterNumber = "—", Note = say["opening.paper.restricted"],
        }
        : new ActRow { Kind = KindOf(letter), Signed = letter.Signed, Sheets = letter.Sheets, RegisterNumber = letter.Number ?? "—" };

    private static PaperLetterKind KindOf(FrozenItem letter) => letter.Closed ? PaperLetterKind.ClosedEnvelope : letter.Kind switch
    {
        Kind.Complaint => PaperLetterKind.Complaint,
        Kind.Application => PaperLetterKind.Application,
        Kind.Proposal => PaperLetterKind.Proposal,
        _ => PaperLetterKind.Undecided,
    };

    private static ActPart PartOf(Capacity capacity) => capacity switch
    {
        Capacity.Responsible => ActPart.Responsible,
        Capacity.Member => ActPart.Member,
        _ => ActPart.Witness,
    };

    private PaperBox Box() => new($"{opening.Box}", opening.Where);

    private static PaperPerson Person(FrozenSigner signer) => new(signer.Name, signer.Post);

    private static string? Text(string text) => text.Length > 0 ? text : null;
}
