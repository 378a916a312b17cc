using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A commission with the services of its protocols.</summary>
internal sealed class ProtocolOf : IDisposable
{
    private readonly StretchQueue _queue = new(2, 100);

    private ProtocolOf(TestMeeting commission)
    {
        Commission = commission;
        var (gate, time) = (School.Database.Gate, School.Time);
        (Protocols, Drafting) = (new Protocols(gate), new ProtocolDrafting(gate));
        Signing = new ProtocolSigning(gate, new AccountChanges(gate, _queue, new SignInThrottle(time), TestSchool.Quick, time));
    }

    public TestMeeting Commission { get; }

    public TestSchool School => Commission.School;

    public Protocols Protocols { get; }

    public ProtocolDrafting Drafting { get; }

    public ProtocolSigning Signing { get; }

    public static async Task<ProtocolOf> OpenAsync(TestDatabase database) => new(await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database)));

    public async Task<ReadProtocol> ReadAsync(TestPerson person, MeetingId id, bool printed = false) => (await Protocols.ReadAsync(person.Now(School), id, printed))!;

    /// <summary>Reads and signs what was read.</summary>
    public async Task<Signed> SignAsync(TestPerson person, MeetingId id)
    {
        var draft = (await ReadAsync(person, id)).Draft;
        return await Signing.SignAsync(person.Now(School), id, draft, Proof(person));
    }

    /// <summary>Both sign.</summary>
    public async Task FreezeAsync(MeetingId id)
    {
        await SignAsync(Commission.Secretary, id);
        Assert.Equal(Signed.Frozen, await SignAsync(Commission.Chair, id));
    }

    public async Task NoteAsync(TestPerson person, MeetingId id, Guid note, string text = "Саат 15:20 болгон.") =>
        await Drafting.NoteAsync(person.Now(School), id, new NewNote(note, text));

    public Proof Proof(TestPerson person) => new(person.Passphrase, person.NextCode(School.Time));

    public async Task<VerifyReport> VerifyAsync()
    {
        await using var db = School.Database.Open(School.Id);
        return await Verifier.VerifyAsync(db, School.Files, CancellationToken.None);
    }

    public Task<IReadOnlyList<ReadProtocol>> BookAsync(int year) => Protocols.BookAsync(Commission.Chair.Now(School), SchoolYear.BeginningIn(year));

    public void Dispose() => _queue.Dispose();
}
