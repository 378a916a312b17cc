using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.OnPaper;

/// <summary>Letters from the box, by hand and by word of mouth: one register, and nobody reads who may not.</summary>
public sealed class PaperLettersTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_WithScan_ReadersSeeTheWordsAndTheRegistrarAloneTheHand(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        await school.AcceptAsync(TestSchool.Letter("Сайттан."));

        var registered = await paper.RegisterAsync(school.Responsible, await paper.ScannedAsync(paper.Letter("Кутучадан.")));

        Assert.Equal(("2026-2", null, true, true), (registered.Number.ToString(), registered.Code?.Digits, registered.ToBoard, registered.Readable));
        var (own, others) = (await ReadAsync(paper, school.Responsible, registered.Id), await ReadAsync(paper, school.Director, registered.Id));
        Assert.Equal(("Кутучадан.", "Кутучадан."), (own.Parts[0].Text, others.Parts[0].Text));
        Assert.Equal("барак.jpg", Assert.Single(own.Parts[0].Files).Facts.Name);
        Assert.Empty(others.Parts[0].Files);
        Assert.Null(await paper.Desk.Files.OpenAsync(school.Director.Now(school), registered.Id, own.Parts[0].Files[0].Id));
        Assert.Null((await VerifyAsync(school)).Contradiction);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_ClosedEnvelopeAboutTheRegistrar_OthersTypeItIn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("", About.Responsible) with { Closed = true });

        Assert.Equal((true, false), (registered.Number.Restricted, registered.Readable));
        Assert.Null(await paper.Desk.Reading.ReadAsync(school.Responsible.Now(school), registered.Id));
        Assert.False(await paper.Transcribing.WriteAsync(school.Responsible.Now(school), registered.Id, "Мен окудум"));
        Assert.True(await paper.Transcribing.WriteAsync(school.Director.Now(school), registered.Id, "Завуч жөнүндө."));
        Assert.Equal("Завуч жөнүндө.", (await ReadAsync(paper, school.Chair, registered.Id)).Parts[0].Text);
        await Assert.ThrowsAsync<TranscriptIsThere>(() => paper.Transcribing.WriteAsync(school.Chair.Now(school), registered.Id, "Башкача"));
        await using var db = database.Open(school.Id);
        Assert.Equal("channel:Box sheets:1 closed", (await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.LetterRegistered)).Detail);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Responsible.Id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_ReadAndAboutTheRegistrar_TheScansGoToWhoMayReadIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        var letter = await paper.ScannedAsync(paper.Letter("Завуч жөнүндө.", About.Responsible));
        var registered = await paper.RegisterAsync(school.Responsible, letter);

        await using var db = database.Open(school.Id);
        var keeper = await db.Set<Grant>().SingleAsync(grant => grant.Class == KeyClass.Original);
        Assert.Contains(keeper.Recipient, new[] { school.Director.Id.Value, school.Chair.Id.Value });
        Assert.False(registered.Readable);
        Assert.True(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.LetterReadAtBox && line.Actor == school.Responsible.Id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_Oral_GivesACodeThatOpensIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        var oral = paper.Letter("Айтып берди.") with { WantsCode = true, ReadBack = true };
        var registered = await paper.RegisterAsync(school.Responsible, oral with { Letter = oral.Letter with { Channel = Channel.Oral } });

        using var thread = await paper.Writers.OpenAsync(school.School, registered.Code!, CancellationToken.None);
        Assert.Equal("Айтып берди.", Assert.Single(thread!.Messages).Text);
        Assert.Equal(Channel.Oral, thread.Facts.Channel);
    }

    [Theory]
    [InlineData(Channel.Oral, true)]
    [InlineData(Channel.ByHand, true)]
    [InlineData(Channel.Box, false)]
    public async Task RegisterAsync_WriterStandsThere_TheJournalHasTheDayAlone(Channel channel, bool dayAlone)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        var letter = paper.Letter("Завуч жөнүндө.", About.Responsible);
        await paper.RegisterAsync(school.Responsible, letter with { Letter = letter.Letter with { Channel = channel } });

        await using var db = database.Open(school.Id);
        var lines = await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.LetterRegistered || line.Verb == JournalVerb.LetterReadAtBox).ToListAsync();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal((dayAlone, school.Responsible.Id), (line.At is null, line.Actor!.Value)));
        Assert.Null((await VerifyAsync(school)).Contradiction);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_Urgent_TellsTheOthersAtOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        await using var db = database.Open(school.Id);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "People" SET "Email" = 'mail@mektep.example'""");

        var letter = paper.Letter("Коркунуч.");
        await paper.RegisterAsync(school.Responsible, letter with { Letter = letter.Letter with { Urgent = true } });

        var mails = await db.Set<OutboxMail>().ToListAsync();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(Notice.UrgentLetter, mail.Notice));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_OralAboutTheRegistrar_ShowsThemNoCode(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("Завуч жөнүндө.", About.Responsible) with { WantsCode = true });

        Assert.Equal((null, true), (registered.Code, registered.ToBoard));
        await using var db = database.Open(school.Id);
        Assert.Empty(await db.Set<WriterKey>().ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_RegistrarWithScans_LeavesThemToWhoStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var id = (await paper.RegisterAsync(school.Responsible, await paper.ScannedAsync(paper.Letter("Кат.")))).Id;

        await paper.Desk.Access.StepBackAsync(school.Responsible.Now(school), id);

        var readers = (await ReadAsync(paper, school.Director, id)).Readers;
        var seen = new List<int>();
        foreach (var person in new[] { school.Director, school.Chair }.Where(person => readers.Contains(person.Id)))
            seen.Add((await ReadAsync(paper, person, id)).Parts[0].Files.Count);
        Assert.Contains(1, seen);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ShowOriginalAsync_ReaderWithReason_SeesItFromThenOn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var id = (await paper.RegisterAsync(school.Responsible, await paper.ScannedAsync(paper.Letter("Кат.")))).Id;

        await Assert.ThrowsAsync<OriginalNotHeld>(() => paper.Transcribing.ShowOriginalAsync(school.Director.Now(school), id, school.Responsible.Id, "Сөз окулбай калды"));
        await Assert.ThrowsAsync<ReaderNotEligible>(() => paper.Transcribing.ShowOriginalAsync(school.Responsible.Now(school), id, school.Chair.Id, "Сөз окулбай калды"));
        Assert.True(await paper.Transcribing.ShowOriginalAsync(school.Responsible.Now(school), id, school.Director.Id, "Сөз окулбай калды"));

        var read = await ReadAsync(paper, school.Director, id);
        Assert.Single(read.Parts[0].Files);
        await using var db = database.Open(school.Id);
        var line = await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.OriginalGranted);
        Assert.Equal(school.Director.Id, line.Person);
        Assert.Equal("Сөз окулбай калды", read.Reasons[line.Detail!]);
    }

    [Fact]
    public async Task PrepareAsync_DayToCome_Throws()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            paper.RegisterAsync(school.Responsible, paper.Letter("Кат.") with { ReceivedOn = school.Clock.Today.AddDays(1) }));
    }

    private static async Task<OpenLetter> ReadAsync(PaperDesk paper, TestPerson who, AppealId id) =>
        (await paper.Desk.Reading.ReadAsync(who.Now(paper.School), id))!;

    private static async Task<VerifyReport> VerifyAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await Verifier.VerifyAsync(db, school.Files, CancellationToken.None);
    }
}
