using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;
using static Ishenim.Core.Tests.Appeals.NotHelped.AnsweredLetters;

namespace Ishenim.Core.Tests.Appeals.NotHelped;

/// <summary>What comes of a letter whose writer said that the answer did not help: only considering it again leads on.</summary>
public sealed class ConsideringAgainTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ConsiderAsync_ByReader_GivesTheDeskAndBeginsTheTermAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database, closed: true, Signed());
        await desk.SayNotHelpedAsync(id);

        await ConsiderAsync(desk, school.Director, id);

        var read = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.Equal((AppealState.UnderConsideration, false, false), (read.Facts.State, read.NotHelped, read.IdentityHeld));
        Assert.Equal(AppealTerm.DueDay(school.School, school.Clock.Today, signed: true), read.Facts.DueOn);
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk], await ClassesAsync(school, id, school.Chair));
        Assert.Empty(read.WithoutDesk);
        using var thread = await desk.ThreadAsync(id);
        Assert.Equal([StepKind.Answered, StepKind.Closed, StepKind.ConsideredAgain], thread.Steps.Select(step => step.Value.Kind));
        Assert.Equal(Outcome.WellFounded, thread.Steps[1].Value.Outcome);
        await Assert.ThrowsAsync<NothingToConsiderAgain>(() => ConsiderAsync(desk, school.Director, id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ConsiderAsync_ByTheChair_AnotherReaderGivesTheDeskLater(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        await ConsiderAsync(desk, school.Chair, id);
        await Assert.ThrowsAsync<DeskNotHeld>(() => desk.ConsideringAgain.GiveDeskAsync(school.Chair.Now(school), id));

        Assert.True(await desk.ConsideringAgain.GiveDeskAsync(school.Director.Now(school), id));

        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk], await ClassesAsync(school, id, school.Chair));
        Assert.True(await desk.Answering.AddNoteAsync(school.Chair.Now(school), id, "Белги."));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Desk_BeforeItIsConsideredAgain_RefusesAnswerAndClosing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var actor = school.Director.Now(school);
        var version = (await desk.Reading.ReadAsync(actor, id))!.Version;

        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => AnswerAsync(desk, school.Director, id));
        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => desk.CloseAsync(actor, id, version));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_ByTheChairAboutAllOtherReaders_TheDeskBeginsAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var chair = school.Chair.Now(school);
        var version = (await desk.Reading.ReadAsync(chair, id))!.Version;

        await desk.Widening.WidenAsync(chair, id, new() { Groups = [About.Director], Persons = [], SteppingBack = false, Version = version });

        Assert.Empty(await ClassesAsync(school, id, school.Director));
        Assert.True(await desk.Answering.AddNoteAsync(chair, id, "Белги."));
        await ConsiderAsync(desk, school.Chair, id);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Chair_HasItByTheWritersWord_IsNotMadeAnExecutorOrStandIn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var director = school.Director.Now(school);
        var offer = (await desk.Forwarding.OfferAsync(director, id))!;
        var forwarding = new NewForwarding
        {
            To = [school.Chair.Id], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = school.Clock.Today, WithIdentity = false, Redacted = false, Version = offer.Version,
        };

        Assert.DoesNotContain(school.Chair.Id, offer.Offered);
        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => desk.Forwarding.ForwardAsync(director, id, forwarding));
        var absences = new Absences(database.Gate);
        await absences.NameAsync(director, new NewStandIn { By = school.Chair.Id, From = director.Today, To = director.Today.AddDays(3) });
        var absence = (await absences.ListAsync(director)).Single().Id;
        Assert.Equal(0, (await new OlderLetters(database.Gate).GiveAsync(director, absence))!.Given);
        await new ComingBack(database.Gate).EndAsync(director, absence);

        Assert.NotNull(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
        Assert.Equal([school.Chair.Id], (await desk.Reading.ReadAsync(director, id))!.WithoutDesk);
    }
}
