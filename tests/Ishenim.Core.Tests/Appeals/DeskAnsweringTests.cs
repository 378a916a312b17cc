using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class DeskAnsweringTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AnswerAsync_Draft_IsDeletedAndAnswerIsInTheThread(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        var actor = school.Responsible.Now(school);
        await desk.Answering.SaveDraftAsync(actor, id, "Оңдо", 0);
        await desk.Answering.SaveDraftAsync(actor, id, "Оңдойбуз", 1);
        var draft = (await desk.Reading.ReadAsync(actor, id))!;
        Assert.Equal(new OpenDraft("Оңдойбуз", 2), draft.Draft);

        Assert.True(await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Оңдойбуз.", Version = draft.Version }));

        var letter = (await desk.Reading.ReadAsync(school.Director.Now(school), id))!;
        Assert.Equal((AppealState.Answered, school.Clock.Today), (letter.Facts.State, letter.Facts.AnsweredOn));
        Assert.Equal((AuthorSide.School, "Оңдойбуз."), (letter.Parts[^1].Side, letter.Parts[^1].Text));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Part>().AnyAsync(part => part.Kind == PartKind.Draft));
        Assert.True(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.LetterAnswered && line.Appeal == id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AnswerAsync_SomebodyElseAnsweredMeanwhile_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        await desk.Answering.AnswerAsync(school.Director.Now(school), id, new NewAnswer { Text = "Биринчи.", Version = 0 });

        await Assert.ThrowsAsync<ChangedMeanwhile>(() =>
            desk.Answering.AnswerAsync(school.Responsible.Now(school), id, new NewAnswer { Text = "Экинчи.", Version = 0 }));

        Assert.Equal(2, (await desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Parts.Count);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AnswerAsync_SignedWithEmail_TellsTheWriterInTheirLanguage(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Сунуш.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000, kat@misal.example"), Language = "ru" });

        await desk.Answering.AnswerAsync(school.Director.Now(school), id, new NewAnswer { Text = "Рахмат.", Version = 0 });

        await using var db = database.Open(school.Id);
        var mail = await db.Set<OutboxMail>().SingleAsync(mail => mail.Notice == Notice.Answered);
        Assert.Equal(("kat@misal.example", "ru"), (mail.To, mail.Language));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SaveDraftAsync_OtherWindowSavedFirst_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var actor = school.Director.Now(school);
        await desk.Answering.SaveDraftAsync(actor, id, "Биринчи терезе", 0);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Answering.SaveDraftAsync(actor, id, "Экинчи терезе", 0));

        Assert.Equal("Биринчи терезе", (await desk.Reading.ReadAsync(actor, id))!.Draft!.Text);
        Assert.Null((await desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Draft);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddNoteAsync_Note_IsNotSealedToTheWriter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));

        await desk.Answering.AddNoteAsync(school.Director.Now(school), id, "Ички сөз.");

        Assert.Equal(PartKind.Note, (await desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Parts[^1].Kind);
        await using var db = database.Open(school.Id);
        var note = await db.Set<Part>().SingleAsync(part => part.Kind == PartKind.Note);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == id.Value && grant.Class == note.Class));
    }
}
