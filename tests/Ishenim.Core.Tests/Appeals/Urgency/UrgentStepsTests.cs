using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Urgency;

public sealed class UrgentStepsTests
{
    private static readonly StepTaken Police = new() { Step = UrgentStep.Police, Told = "102, кезекчи Ойдонов, 11:20" };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TakeAsync_Reader_IsShownToReadersWithDayAndAuthorAndSealed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await ArriveAsync(database);
        var director = school.Director.Now(school);
        Assert.True(await desk.UrgentSteps.TakeAsync(director, id, Police));
        school.Time.Pass(TimeSpan.FromDays(1));
        Assert.True(await desk.UrgentSteps.TakeAsync(school.Responsible.Now(school), id, Police with { Told = "Дагы бир жолу 102" }));

        var list = (await desk.UrgentSteps.FindAsync(school.Responsible.Now(school), id))!;

        Assert.Equal(Enum.GetValues<UrgentStep>(), list.Steps);
        Assert.True(list is { TakenUp: false, IsOver: false, DirectorKept: false });
        Assert.Equal(
            [(director.Today, school.Director.Id, Police), (director.Today.AddDays(1), school.Responsible.Id, Police with { Told = "Дагы бир жолу 102" })],
            list.Taken.Select(one => (one.Day, one.Author!.Value, one.Value)));
        await using var db = database.Open(school.Id);
        var parts = await db.Set<Part>().Where(part => part.Kind == PartKind.UrgentStep).ToListAsync();
        Assert.All(parts, part => Assert.True(part.Class == KeyClass.Desk && part.Sealed.AsSpan().IndexOf(Encoding.UTF8.GetBytes("102")) < 0));
        Assert.Equal(2, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.UrgentStepTaken && line.Detail == null && line.Appeal == id));
    }

    [Fact]
    public async Task Find_WhoIsNoReader_FindsNothingAndWritesNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, desk, id) = await ArriveAsync(database);
        var executor = await school.AddAsync("Элнура Аткарова", Position.Other, Role.Executor);
        var letter = (await desk.Reading.ReadAsync(school.Director.Now(school), id))!;
        await desk.Forwarding.ForwardAsync(school.Director.Now(school), id, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Баланы табыңыз.", DueOn = letter.Facts.DueOn, WithIdentity = false, Redacted = false, Version = letter.Version,
        });

        foreach (var person in new[] { school.Chair, executor })
        {
            Assert.Null(await desk.UrgentSteps.FindAsync(person.Now(school), id));
            Assert.False(await desk.UrgentSteps.TakeAsync(person.Now(school), id, Police));
        }
        Assert.True((await desk.UrgentSteps.FindAsync(school.Director.Now(school), id))!.TakenUp);
    }

    [Fact]
    public async Task TakeAsync_LetterThatIsNotUrgent_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, desk, _) = await ArriveAsync(database);
        var calm = await desk.AcceptAsync(TestSchool.Letter("Терезе сынык."));

        Assert.Null(await desk.UrgentSteps.FindAsync(school.Director.Now(school), calm));
        await Assert.ThrowsAsync<LetterNotUrgent>(() => desk.UrgentSteps.TakeAsync(school.Director.Now(school), calm, Police));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Steps_DirectorIsKeptFromTheLetter_AreWithoutTheDirector(bool about)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, desk, id) = await ArriveAsync(database, about ? About.Director : About.Nobody);
        if (!about)
            await desk.Access.StepBackAsync(school.Director.Now(school), id);
        var reader = (about ? school.Chair : school.Responsible).Now(school);

        var list = (await desk.UrgentSteps.FindAsync(reader, id))!;

        Assert.True(list.DirectorKept);
        Assert.DoesNotContain(UrgentStep.Director, list.Steps);
        await Assert.ThrowsAsync<DirectorIsKeptFromIt>(() => desk.UrgentSteps.TakeAsync(reader, id, Police with { Step = UrgentStep.Director }));
        Assert.True(await desk.UrgentSteps.TakeAsync(reader, id, Police));
    }

    private static async Task<(TestSchool School, DeskOf Desk, AppealId Id)> ArriveAsync(TestDatabase database, params About[] about)
    {
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        return (school, desk, await desk.AcceptAsync(TestSchool.Letter("Мени коркутуп жатышат.", about) with { Urgent = true }));
    }
}
