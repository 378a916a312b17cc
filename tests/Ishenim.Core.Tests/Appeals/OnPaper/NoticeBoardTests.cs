using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;

namespace Ishenim.Core.Tests.Appeals.OnPaper;

public sealed class NoticeBoardTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PostAsync_LetterWithoutCode_HangsByNumberAndDay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var id = (await paper.RegisterAsync(school.Responsible, paper.Letter("Ашкана муздак."))).Id;

        Assert.True(await paper.Board.PostAsync(school.Director.Now(school), id, Answer()));

        var hung = Assert.Single(await paper.Board.ListAsync(school.Id, school.Clock.Today));
        Assert.Equal(("2026-1", school.Clock.Today, "Оңдодук."), (hung.Number, hung.AnsweredOn, hung.Text));
        Assert.Equal(AppealState.Answered, (await paper.Desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Facts.State);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => paper.Board.PostAsync(school.Director.Now(school), id, Answer()));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PostAsync_RestrictedOrWithCodeOrNotHeld_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var restricted = (await paper.RegisterAsync(school.Responsible, paper.Letter("Завуч жөнүндө.", About.Responsible))).Id;
        var coded = await paper.Desk.AcceptAsync(TestSchool.Letter("Сайттан."));

        await Assert.ThrowsAsync<RestrictedHasNoNotice>(() => paper.Board.PostAsync(school.Director.Now(school), restricted, Answer()));
        await Assert.ThrowsAsync<WriterHasCode>(() => paper.Board.PostAsync(school.Director.Now(school), coded, Answer()));
        Assert.False(await paper.Board.PostAsync(school.Chair.Now(school), coded, Answer()));
        Assert.Empty(await paper.Board.ListAsync(school.Id, school.Clock.Today));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PostAsync_RestrictedLetterThatWasClosed_HangsByItsCommonNumber(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var id = (await paper.RegisterAsync(school.Responsible, paper.Letter("Завуч жөнүндө.", About.Responsible))).Id;
        var director = school.Director.Now(school);
        await paper.Desk.Reading.ReadAsync(director, id);
        await paper.Desk.Answering.AnswerAsync(director, id, Answer());
        await paper.Desk.CloseAsync(director, id, 1);

        Assert.True(await paper.Board.PostAsync(director, id, Answer() with { Version = 2 }));

        Assert.Equal("2026-1", Assert.Single(await paper.Board.ListAsync(school.Id, school.Clock.Today)).Number);
        Assert.Equal(AppealState.Closed, (await paper.Desk.Reading.ReadAsync(director, id))!.Facts.State);
    }

    private static NewAnswer Answer() => new() { Text = "Оңдодук.", Version = 0 };
}
