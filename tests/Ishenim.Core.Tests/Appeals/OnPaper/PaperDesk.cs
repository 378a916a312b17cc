using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Slips;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Appeals.OnPaper;

/// <summary>The services for letters on paper over a test's school.</summary>
internal sealed class PaperDesk : IDisposable
{
    private readonly ReceiptPool _pool = new(0);

    public PaperDesk(TestSchool school)
    {
        School = school;
        var gate = school.Database.Gate;
        Papers = new PaperLetters(gate, _pool, school.Staged, school.Time);
        (Transcribing, Board) = (new Transcribing(new AppealDesk(gate)), new NoticeBoard(new AppealDesk(gate), gate));
        Slips = new SlipMaking(gate, new CodeStretching());
        Writers = new WriterThread(gate, new CodeStretching(), school.Staged, school.Files, school.Time);
        Desk = new DeskOf(school);
    }

    public TestSchool School { get; }

    public PaperLetters Papers { get; }

    public Transcribing Transcribing { get; }

    public NoticeBoard Board { get; }

    public SlipMaking Slips { get; }

    public WriterThread Writers { get; }

    public DeskOf Desk { get; }

    public PaperLetter Letter(string text, params About[] about) => new()
    {
        Letter = TestSchool.Letter(text, about) with { Channel = Channel.Box }, Sheets = 1, ReceivedOn = School.Clock.Today,
        Slip = null, WantsCode = false, Closed = false, ReadBack = false,
    };

    /// <summary>The same with a scan, sealed as the page seals it.</summary>
    public async Task<PaperLetter> ScannedAsync(PaperLetter letter)
    {
        var seal = letter.Letter.Draft.FileSeal(School.Id, KeyClass.Original);
        var scan = await School.Staged.StageAsync(new MemoryStream(Encoding.UTF8.GetBytes("колжазма")), "барак.jpg", seal, CancellationToken.None);
        return letter with { Letter = letter.Letter with { Files = [scan] } };
    }

    public async Task<Registered> RegisterAsync(TestPerson by, PaperLetter letter)
    {
        using var paper = await Papers.PrepareAsync(by.Now(School), School.School, letter);
        return await Papers.RegisterAsync(by.Now(School), paper);
    }

    public async Task<IReadOnlyList<FreshSlip>> PrintAsync(TestPerson by, int count)
    {
        var slips = new List<FreshSlip>();
        await foreach (var slip in Slips.MakeAsync(by.Now(School), School.School, count, CancellationToken.None))
            slips.Add(slip);
        return slips;
    }

    public void Dispose() => _pool.Dispose();
}
