using Ishenim.Core.Appeals;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class DeskTodayTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForAsync_ManyKinds_MostPressingFirst(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var overdue = await desk.AcceptAsync(TestSchool.Letter("Эски."));
        school.Time.Pass(TimeSpan.FromDays(12));
        var soon = await desk.AcceptAsync(TestSchool.Letter("Жакында."));
        school.Time.Pass(TimeSpan.FromDays(15));
        var unread = await desk.AcceptAsync(TestSchool.Letter("Жаңы."));
        var urgent = await desk.AcceptAsync(TestSchool.Letter("Шашылыш.") with { Urgent = true });
        var restricted = await desk.AcceptAsync(TestSchool.Letter("Төрага менен.", About.Responsible));
        var draft = await desk.AcceptAsync(TestSchool.Letter("Долбоор."));
        var actor = school.Director.Now(school);
        await desk.Reading.ReadAsync(actor, draft);
        await desk.Answering.SaveDraftAsync(actor, draft, "Баштадым", 0);
        var answered = await desk.AcceptAsync(TestSchool.Letter("Жооп берилген."));
        await desk.Reading.ReadAsync(actor, answered);
        await desk.Answering.AnswerAsync(actor, answered, new NewAnswer { Text = "Жооп.", Version = 0 });

        var today = await desk.Today.ForAsync(actor, school.School);

        Assert.Equal(
            [(Need.Urgent, urgent), (Need.Overdue, overdue), (Need.DueSoon, soon)],
            today.Tasks.Take(3).Select(task => (task.Need, task.Row.Id)));
        Assert.Equal(
            new HashSet<AppealId> { unread, restricted },
            today.Tasks.Skip(3).Take(2).Where(task => task.Need == Need.Unread).Select(task => task.Row.Id).ToHashSet());
        Assert.Equal((Need.Draft, draft), (today.Tasks[5].Need, today.Tasks[5].Row.Id));
        Assert.Equal(6, today.Tasks.Count);
        Assert.Equal((6, 0, 1), (today.Registered, today.UnderConsideration, today.Overdue));
        Assert.Empty((await desk.Today.ForAsync(school.Chair.Now(school), school.School)).Tasks.Where(task => task.Row.Id != restricted));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForAsync_WriterAddsBeforeAndAfterClosing_IsReadFirstAndSeen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var letter = TestSchool.Letter("Терезе сынык.");
        var code = (await school.AcceptAsync(letter)).Code;
        var (id, actor) = (letter.Draft.Id, school.Director.Now(school));
        await desk.Reading.ReadAsync(actor, id);
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Оңдолду.", Version = 0 });
        await AddAsync(school, code, "Жок, дагы эле сынык.");

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.CloseAsync(actor, id, 1));
        var read = await desk.Reading.ReadAsync(actor, id);
        Assert.True(await desk.CloseAsync(actor, id, read!.Version));
        Assert.Empty((await desk.Today.ForAsync(actor, school.School)).Tasks);
        await AddAsync(school, code, "Эмне үчүн жаптыңыздар?");

        Assert.Equal((Need.Unread, id), Assert.Single((await desk.Today.ForAsync(actor, school.School)).Tasks.Select(task => (task.Need, task.Row.Id))));
        var register = await desk.Register.ListAsync(actor, new RegisterFilter { Unread = true }, new RegisterCursor());
        Assert.Equal(id, Assert.Single(register.Common).Id);
        await desk.Reading.ReadAsync(actor, id);
        Assert.Empty((await desk.Today.ForAsync(actor, school.School)).Tasks);
    }

    /// <summary>However much waits, what is urgent stands first and every letter is counted.</summary>
    [Fact]
    public async Task ForAsync_MoreThanAPage_UrgentStandsFirstAndAllAreCounted()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        for (var i = 0; i < 201; i++)
            await desk.AcceptAsync(TestSchool.Letter("Кат."));
        school.Time.Pass(TimeSpan.FromDays(1));
        var urgent = await desk.AcceptAsync(TestSchool.Letter("Коркунуч бар.") with { Urgent = true });

        var today = await desk.Today.ForAsync(school.Director.Now(school), school.School);

        Assert.Equal((Need.Urgent, urgent), (today.Tasks[0].Need, today.Tasks[0].Row.Id));
        Assert.Equal(202, today.Registered);
    }

    private static async Task AddAsync(TestSchool school, ReceiptCode code, string text)
    {
        var writers = new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);
        using var thread = await writers.OpenAsync(school.School, code, CancellationToken.None);
        using var draft = LetterDraft.New();
        await writers.AddAsync(school.School, thread!, new NewMessage { Text = text, Draft = draft, Files = [] }, CancellationToken.None);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForAsync_OneReaderWhereTwoCouldBe_SaysSoUntilOneIsAdded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await desk.Reading.ReadAsync(school.Responsible.Now(school), id);
        await using (var db = database.Open(school.Id))
            await db.Set<Grant>().Where(grant => grant.Recipient == school.Director.Id.Value).ExecuteDeleteAsync();
        var actor = school.Responsible.Now(school);
        Assert.Equal(Need.FewReaders, Assert.Single((await desk.Today.ForAsync(actor, school.School)).Tasks).Need);
        Assert.Equal([school.Director.Id], (await desk.Reading.ReadAsync(actor, id))!.CouldRead);
        await Assert.ThrowsAsync<ReaderNotEligible>(() => desk.Access.GrantAsync(actor, id, school.Chair.Id));

        await desk.Access.GrantAsync(actor, id, school.Director.Id);

        Assert.Empty((await desk.Today.ForAsync(actor, school.School)).Tasks);
        Assert.Equal("Кат.", (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Parts[0].Text);
    }
}
