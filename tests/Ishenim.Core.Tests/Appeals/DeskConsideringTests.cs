using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class DeskConsideringTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StatesInOrder_CommonLetter_AreJournaledAndClosingNeedsAnAnswer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var actor = school.Responsible.Now(school);

        await desk.Reading.ReadAsync(actor, id);
        await desk.Considering.TakeUpAsync(actor, id, 0);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Considering.TakeUpAsync(actor, id, 0));
        await desk.Considering.ClassifyAsync(actor, id, new Classification { Kind = Kind.Complaint, Subject = Subject.Corruption, Version = 1 });
        await Assert.ThrowsAsync<AppealNotAnswered>(() => desk.CloseAsync(actor, id, 2));
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = 2 });
        await desk.CloseAsync(actor, id, 3);
        await Assert.ThrowsAsync<AppealIsClosed>(() => desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Дагы.", Version = 4 }));

        await using var db = database.Open(school.Id);
        var facts = (await db.Set<Appeal>().SingleAsync()).Facts!;
        Assert.Equal((AppealState.Closed, Kind.Complaint, Subject.Corruption, school.Clock.Today), (facts.State, facts.Kind, facts.Subject, facts.ClosedOn));
        Assert.Equal(
            [JournalVerb.LetterRead, JournalVerb.LetterTakenUp, JournalVerb.LetterClassified, JournalVerb.LetterAnswered, JournalVerb.LetterClosed],
            await db.Set<JournalLine>().Where(line => line.Book == Book.Acts).OrderBy(line => line.Number).Select(line => line.Verb).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CloseAsync_RestrictedLetter_JoinsTheCommonRegisterInItsClosingYear(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director) with { Kind = Kind.Complaint });
        await desk.AcceptAsync(TestSchool.Letter("Жалпы."));
        var actor = school.Chair.Now(school);
        await desk.Reading.ReadAsync(actor, id);
        await desk.Considering.ClassifyAsync(actor, id, new Classification { Kind = Kind.Application, Subject = Subject.Safety, Version = 0 });
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = 1 });
        await using (var before = database.Open(school.Id))
            Assert.True(await before.Set<Appeal>().SingleAsync(appeal => appeal.Id == id) is { Facts: null, RegisterPlace: null, Restricted: true });

        school.Time.Pass(TimeSpan.FromDays(120));
        await desk.CloseAsync(school.Chair.Now(school), id, 2);

        await using var db = database.Open(school.Id);
        var row = await db.Set<Appeal>().SingleAsync(appeal => appeal.Id == id);
        Assert.False(row.Restricted);
        Assert.Equal(("2027-1", AppealState.Closed, Kind.Application), (row.Facts!.Number, row.Facts.State, row.Facts.Kind));
        Assert.Equal(RegisterNumber.Parse("2027-1").RegisterPlace, row.RegisterPlace);
        Assert.Equal("2026-Ч-1 = 2027-1", (await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.LetterClosed)).Detail);
        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        Assert.Equal("Директор жөнүндө.", (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Parts[0].Text);
    }
}
