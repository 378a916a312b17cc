using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

public sealed class MinutingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_ByTheSecretary_IsSealedReplacesTheFormerAndIsRefusedOnceSigned(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk, secretary) = (agenda.School, agenda.Desk, agenda.Commission.Secretary.Now(agenda.School));
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = await agenda.PutAsync(id);
        Assert.Null(await desk.Minuting.FormAsync(secretary, item));
        await agenda.BeginAsync(school.Chair);

        await Assert.ThrowsAsync<OnlyChairOrSecretaryWrites>(() => desk.Minuting.WriteAsync(school.Responsible.Now(school), item, AgendaOf.Words(), 0));
        Assert.True(await desk.Minuting.WriteAsync(secretary, item, AgendaOf.Words(), 0));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Minuting.WriteAsync(secretary, item, AgendaOf.Words(), 0));
        Assert.True(await desk.Minuting.WriteAsync(secretary, item, AgendaOf.Words("Чечим ачык турат.") with { Spoke = "Экөө сүйлөдү." }, 1));

        var form = (await desk.Minuting.FormAsync(school.Chair.Now(school), item))!;
        // What was decided on an ordinary letter stands among the decisions.
        Assert.Equal(("Кат окулду.", "Экөө сүйлөдү.", "", 2), (form.Words!.Heard, form.Words.Spoke, form.Words.Resolved, form.Item.Version));
        await using var db = database.Open(school.Id);
        var part = await db.Set<Part>().SingleAsync(one => one.Kind == PartKind.Minutes);
        Assert.Equal((KeyClass.Commission, form.Item.Minutes), (part.Class, (int?)part.Sequence));
        Assert.DoesNotContain("сүйлөдү", System.Text.Encoding.UTF8.GetString(part.Sealed), StringComparison.Ordinal);
        await agenda.Commission.EndAsync(agenda.Meeting, MeetingState.Signed);
        await Assert.ThrowsAsync<MinutesStand>(() => desk.Minuting.WriteAsync(secretary, item, AgendaOf.Words(), 2));
        Assert.Null(await desk.Minuting.FormAsync(secretary, item));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_SomebodyStepsBackAtTheMeeting_ProtocolSaysSoToWhoHoldsTheLetterAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = await agenda.PutAsync(id);
        await agenda.BeginAsync(school.Chair);
        var chair = school.Chair.Now(school);

        Assert.True(await desk.Access.StepBackAsync(agenda.Commission.Secretary.Now(school), id));
        Assert.False(await desk.Minuting.WriteAsync(agenda.Commission.Secretary.Now(school), item, AgendaOf.Words(), 0));
        Assert.True(await desk.Minuting.WriteAsync(chair, item, AgendaOf.Words(), 0));
        await agenda.Commission.EndAsync(agenda.Meeting);

        var protocols = new Protocols(database.Gate);
        var read = (await protocols.ReadAsync(chair, agenda.Meeting, printed: false))!;
        Assert.Equal("Нурлан Катчыев", read.Minutes[item].Words!.Recused);
        Assert.Empty(read.Form.Items.Single().Recused);
        Assert.Equal(MinutesView.Sealed, (await protocols.ReadAsync(agenda.Commission.Secretary.Now(school), agenda.Meeting, printed: false))!.Minutes[item].View);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OfAsync_DecisionsOfAMeetingThatIsOver_ReaderGetsTheirTextsAndARestrictedOnesFromItsMinutes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var (common, restricted) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director)));
        var (one, two) = (await agenda.PutAsync(common), await agenda.PutAsync(restricted, school.Chair));
        await agenda.BeginAsync(school.Chair);
        await desk.Minuting.WriteAsync(school.Chair.Now(school), two, AgendaOf.Words("Билим берүү бөлүмүнө жөнөтүлсүн."), 0);
        await DecideAsync(agenda, one, "Меш коюлсун", DecisionState.Open);
        Assert.Empty(await desk.Decisions.OfAsync(school.Responsible.Now(school), common));
        await agenda.Commission.EndAsync(agenda.Meeting);

        var decided = Assert.Single(await desk.Decisions.OfAsync(school.Responsible.Now(school), common));
        Assert.Equal((one, school.Clock.Today.AddDays(7)), (decided.Item, decided.HeldOn));
        Assert.Equal(["Меш коюлсун"], decided.Texts);
        Assert.Equal(["Билим берүү бөлүмүнө жөнөтүлсүн."], Assert.Single(await desk.Decisions.OfAsync(school.Chair.Now(school), restricted)).Texts);
        Assert.Empty(await desk.Decisions.OfAsync(agenda.Commission.Secretary.Now(school), common));
        Assert.Empty(await desk.Decisions.OfAsync(school.Director.Now(school), restricted));
    }

    private static async Task DecideAsync(AgendaOf agenda, Guid item, string text, DecisionState state)
    {
        await using var db = agenda.School.Database.Open(agenda.School.Id);
        db.Add(new Decision
        {
            School = agenda.School.Id, Id = Guid.NewGuid(), Meeting = agenda.Meeting, Item = item, Place = 1, Text = text, Owner = agenda.School.Director.Id,
            DueOn = agenda.School.Clock.Today.AddDays(30), State = state,
        });
        await db.SaveChangesAsync();
    }
}
