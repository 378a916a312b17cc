using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>Corrections, agreement and the two signatures that freeze a protocol.</summary>
public sealed class ProtocolSigningTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SignAsync_SecretaryThenChair_FreezesTheProtocol(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var id = await protocol.Commission.EndedAsync();

        Assert.Equal(Signed.WaitsForOther, await protocol.SignAsync(protocol.Commission.Secretary, id));
        Assert.Equal(MeetingState.Ended, (await protocol.Commission.RowAsync(id)).State);
        Assert.Equal(Signed.Frozen, await protocol.SignAsync(protocol.Commission.Chair, id));

        var row = await protocol.Commission.RowAsync(id);
        Assert.Equal((MeetingState.Signed, protocol.School.Clock.Today, protocol.School.Clock.Today), (row.State, row.ChairSignedOn!.Value, row.SecretarySignedOn!.Value));
        await using var db = database.Open(protocol.School.Id);
        var form = await db.Set<FrozenForm>().SingleAsync();
        Assert.Equal((FormKind.Protocol, 2026, 1, id.Value), (form.Kind, form.Year.Begins, form.Number, form.Of));
        Assert.NotNull((await protocol.ReadAsync(protocol.Commission.Chair, id)).Fingerprint);
        Assert.Null((await protocol.VerifyAsync()).Contradiction);
        await protocol.Commission.ChangeAsync("""UPDATE "FrozenForms" SET "Content" = replace("Content", 'меш', 'бак')""");
        Assert.Contains("protocol 1 of 2026", (await protocol.VerifyAsync()).Contradiction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SignAsync_WhoMayNot_IsRefusedBeforeTheCodeIsUsed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var (commission, school) = (protocol.Commission, protocol.School);
        var id = await commission.EndedAsync();
        var going = await commission.EndedAsync(2, state: MeetingState.Held);
        var proof = protocol.Proof(commission.Absent);
        Task SignAsync(TestPerson person, MeetingId meeting, Proof with) => protocol.Signing.SignAsync(person.Now(school), meeting, "", with);

        await Assert.ThrowsAsync<SignerWasAbsent>(() => SignAsync(commission.Absent, id, proof));
        await Assert.ThrowsAsync<SignerWasAbsent>(() => SignAsync(school.Director, id, new Proof(null, null)));
        await Assert.ThrowsAsync<SignerIsNeither>(() => SignAsync(commission.Present, id, new Proof(null, null)));
        await Assert.ThrowsAsync<MeetingNotEnded>(() => SignAsync(commission.Chair, going, new Proof(null, null)));
        await Assert.ThrowsAsync<ProofWrong>(() => SignAsync(commission.Chair, id, new Proof(commission.Chair.Passphrase, "000000")));

        Assert.Null((await commission.RowAsync(id)).ChairSignedOn);
    }

    /// <summary>The chair was marked absent after the meeting had ended: their signature is refused, whatever the row of the meeting says.</summary>
    [Fact]
    public async Task SignAsync_ChairMarkedAbsent_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var id = await protocol.Commission.EndedAsync();
        await protocol.Commission.ChangeAsync("""UPDATE "Attendances" SET "Presence" = 3""");

        await Assert.ThrowsAsync<SignerWasAbsent>(() => protocol.SignAsync(protocol.Commission.Chair, id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SignAsync_NoteNotAnswered_WaitsUntilItIs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var (commission, school, note) = (protocol.Commission, protocol.School, Guid.NewGuid());
        var id = await commission.EndedAsync();
        await protocol.NoteAsync(commission.Present, id, note);
        await protocol.NoteAsync(commission.Present, id, note);

        await Assert.ThrowsAsync<NotesOpen>(() => protocol.SignAsync(commission.Chair, id));
        await Assert.ThrowsAsync<OnlyChairOrSecretaryAnswers>(() => protocol.Drafting.AnswerNoteAsync(commission.Present.Now(school), id, note, take: true));
        await protocol.Drafting.AnswerNoteAsync(commission.Secretary.Now(school), id, note, take: true);
        await Assert.ThrowsAsync<NoteNotOpen>(() => protocol.Drafting.AnswerNoteAsync(commission.Chair.Now(school), id, note, take: false));
        await protocol.FreezeAsync(id);

        Assert.Equal(("Айгүл Үлгүева", "Саат 15:20 болгон."), ((await protocol.ReadAsync(commission.Chair, id)).Form.Notes.Select(one => (one.Name, one.Text)).Single()));
        await Assert.ThrowsAsync<MeetingNotEnded>(() => protocol.NoteAsync(commission.Present, id, Guid.NewGuid()));
    }

    [Fact]
    public async Task AgreeAsync_ThenACorrectionIsTaken_AllAgreeAnew()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var (commission, school, note) = (protocol.Commission, protocol.School, Guid.NewGuid());
        var id = await commission.EndedAsync();
        var draft = (await protocol.ReadAsync(commission.Present, id)).Draft;
        await Assert.ThrowsAsync<NotAtMeeting>(() => protocol.Drafting.AgreeAsync(commission.Absent.Now(school), id, draft));
        await Assert.ThrowsAsync<NotAtMeeting>(() => protocol.NoteAsync(commission.Absent, id, note));
        await Assert.ThrowsAsync<DraftChanged>(() => protocol.Drafting.AgreeAsync(commission.Present.Now(school), id, "башка"));

        await protocol.Drafting.AgreeAsync(commission.Present.Now(school), id, draft);
        Assert.Equal(1, (await commission.RowAsync(id)).Attendances.Count(one => one.AgreedOn == school.Clock.Today));
        await protocol.NoteAsync(commission.Secretary, id, note);
        await protocol.Drafting.AnswerNoteAsync(commission.Chair.Now(school), id, note, take: true);

        Assert.DoesNotContain((await commission.RowAsync(id)).Attendances, one => one.AgreedOn is not null);
    }

    /// <summary>Nobody's signature stands under words that they did not sign.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SignAsync_DraftChangedBetween_FirstSignsAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var commission = protocol.Commission;
        var id = await commission.EndedAsync();
        var seen = (await protocol.ReadAsync(commission.Chair, id)).Draft;
        await protocol.SignAsync(commission.Secretary, id);
        await commission.ChangeAsync("""UPDATE "Decisions" SET "Text" = 'Ашканага эки меш коюлсун'""");

        await Assert.ThrowsAsync<DraftChanged>(() => protocol.Signing.SignAsync(commission.Chair.Now(protocol.School), id, seen, protocol.Proof(commission.Chair)));
        Assert.Equal(Signed.OtherSignsAgain, await protocol.SignAsync(commission.Chair, id));
        Assert.Null((await commission.RowAsync(id)).SecretarySignedOn);
        Assert.Equal(Signed.Frozen, await protocol.SignAsync(commission.Secretary, id));
    }

    [Fact]
    public async Task AttachAsync_DraftOrAnotherPerson_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var (commission, school) = (protocol.Commission, protocol.School);
        var id = await commission.EndedAsync();
        using var pdf = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray());
        var scan = await NewBoxFile.ReadAsync(pdf, pdf: true);

        var scans = new ProtocolScans(school.Database.Gate);
        await Assert.ThrowsAsync<ProtocolNotSigned>(() => scans.AttachAsync(commission.Chair.Now(school), id, scan));
        await protocol.FreezeAsync(id);
        await Assert.ThrowsAsync<OnlyChairOrSecretaryAnswers>(() => scans.AttachAsync(commission.Absent.Now(school), id, scan));
        await scans.AttachAsync(commission.Secretary.Now(school), id, scan);

        await using var db = database.Open(school.Id);
        Assert.Equal("application/pdf", (await db.Set<MeetingFile>().SingleAsync()).Type);
    }

    /// <summary>What was said of a letter stands on the paper: its scan opens for who holds the letter, and lies sealed.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OpenAsync_ScanOfAMeetingWithALetter_OpensForItsHoldersAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var (commission, school, scans) = (protocol.Commission, protocol.School, new ProtocolScans(database.Gate));
        var id = await commission.EndedAsync();
        await commission.AddLetterAsync(id, 3, restricted: false, new ItemMinutes { Heard = "Кат окулду.", Spoke = "", Resolved = "" }, commission.Secretary, commission.Present);
        await protocol.FreezeAsync(id);
        using var pdf = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray());
        var scan = await NewBoxFile.ReadAsync(pdf, pdf: true);
        await Assert.ThrowsAsync<ScanOfOthersLetters>(() => scans.AttachAsync(commission.Chair.Now(school), id, scan));
        await scans.AttachAsync(commission.Secretary.Now(school), id, scan);

        await using var db = database.Open(school.Id);
        var row = await db.Set<MeetingFile>().SingleAsync();
        Assert.False(row.Content.AsSpan().StartsWith("%PDF"u8));
        Assert.Null(await scans.OpenAsync(commission.Absent.Now(school), row.Id));
        Assert.Null(await scans.OpenAsync(commission.Chair.Now(school), row.Id));
        Assert.Equal(scan.Content, (await scans.OpenAsync(commission.Present.Now(school), row.Id))!.Content);
    }
}
