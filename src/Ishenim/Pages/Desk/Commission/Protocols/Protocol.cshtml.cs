using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>A protocol from its draft, which those who took part correct and agree to, to its signatures; afterwards its papers.</summary>
[RequestSizeLimit(Core.Boxes.BoxFile.MostFormBytes)]
public sealed partial class ProtocolModel(Core.Commission.Protocols protocols, ProtocolDrafting drafting, ProtocolSigning signing, ProtocolScans scans, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    private static readonly string[] Reports = ["noted", "taken", "refused", "agreed", "signed", "again", "frozen", "scanned"];

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    public Meeting Row { get; private set; } = null!;

    public ReadProtocol Read { get; private set; } = null!;

    /// <summary>The paper's words, as they will be printed.</summary>
    public IReadOnlyList<Block> Blocks { get; private set; } = [];

    public IReadOnlyList<ProtocolNote> Notes { get; private set; } = [];

    public IReadOnlyList<MeetingFile> Scans { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["protocol.done." + Done] : null;

    public bool IsDraft => Row.State == MeetingState.Ended;

    public bool IsSigned => Row.State == MeetingState.Signed;

    public bool TookPart => Own is { TookPart: true };

    public Attendance? Own => Row.Attendances.SingleOrDefault(one => one.Person == desk.Actor.Person);

    public bool Answers => IsDraft && (desk.Actor.Person == Row.Chair || desk.Actor.Person == Row.Secretary);

    public bool KeepsPaper => IsSigned && desk.Actor.KeepsProtocol(Row);

    /// <summary>Also who signed already, where the draft was changed since.</summary>
    public bool Signs => Row.AwaitsSignatureOf(desk.Actor.Person) || (Answers && Row.SignedDraft != Read.Draft);

    public int NotesOpen => Notes.Count(note => note.State == NoteState.Proposed);

    private MeetingId Which => new(Id);

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    /// <summary>Nothing is asked of a meeting that was not begun, or is another school's.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Set<Meeting>().AnyAsync(meeting => meeting.Id == Which && meeting.HeldOn != null && meeting.State != MeetingState.Cancelled))
            await next();
        else
            context.Result = NotFound();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task ShowAgainAsync()
    {
        // Who is told that somebody else changed it sees the change, and what they typed.
        ModelState.Remove(nameof(Draft));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Row = await db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Attendances).SingleAsync(meeting => meeting.Id == Which);
        Read = (await protocols.ReadAsync(desk.Actor, Which, printed: false))!;
        Blocks = ProtocolForm.Of(Read.Paper()).Blocks;
        Notes = await db.Set<ProtocolNote>().AsNoTracking().Where(note => note.Meeting == Which).OrderBy(note => note.Day).ThenBy(note => note.Id).ToListAsync();
        Scans = await db.Set<MeetingFile>().AsNoTracking().Where(file => file.Meeting == Which).OrderBy(file => file.AddedOn)
            .Select(file => new MeetingFile { School = file.School, Id = file.Id, Meeting = file.Meeting, AddedOn = file.AddedOn, AddedBy = file.AddedBy, Type = file.Type, Content = Array.Empty<byte>(), Seals = Array.Empty<ScanSeal>() }).ToListAsync();
        Names = await desk.NamesAsync();
        Draft = Read.Draft;
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/commission/meetings/{Id}/protocol?done={done}"));

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }
}
