using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.PassingOn;

/// <summary>A letter goes to a body outside of the school.</summary>
public sealed class PassingOnTests
{
    private const string Why = "Жолду мектеп эмес, айыл өкмөтү оңдойт.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PassAsync_ToABody_TellsTheWriterKeepsTheCoveringLetterAndTheReply(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        var (school, letter) = (desk.School, TestSchool.Letter("Жол бузук."));
        var receipt = await school.AcceptAsync(letter);
        var (actor, id) = (school.Responsible.Now(school), letter.Draft.Id);

        Assert.True(await desk.PassingOn.PassAsync(actor, id, ToTheOffice(0)));

        var open = (await desk.Reading.ReadAsync(actor, id))!;
        var passed = Assert.Single(open.PassedOn);
        Assert.Equal(AppealState.UnderConsideration, open.Facts.State);
        Assert.Equal(("Мисал айыл өкмөтү", false, true, school.Director.Id), (passed.Sent.Value.Body, passed.Sent.Value.Late, passed.Sent.Value.Anonymous, passed.Sent.Value.Signer));
        using var thread = (await new WriterThread(database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time)
            .OpenAsync(school.School, receipt.Code, CancellationToken.None))!;
        Assert.Equal((StepKind.PassedOn, "Мисал айыл өкмөтү", Why), Assert.Single(thread.Steps).Value is var step ? (step.Kind, step.Body, step.Reason) : default);
        Assert.Equal(open.Facts.Number, (await desk.PassingOn.PrintAsync(actor, id, passed.Sequence))!.Facts.Number);
        Assert.True(await desk.PassingOn.ReplyAsync(actor, id, Reply(passed.Sequence, actor.Today)));
        Assert.Equal("Оңдойбуз.", Assert.Single(Assert.Single((await desk.Reading.ReadAsync(actor, id))!.PassedOn).Replies).Value.Text);
        await using var db = database.Open(school.Id);
        var lines = await db.Set<JournalLine>().Where(line => line.Appeal == id).ToListAsync();
        Assert.Equal(1, lines.Count(line => line.Verb == JournalVerb.CoveringPrinted));
        Assert.DoesNotContain(lines, line => line.Detail?.Contains("Мисал", StringComparison.Ordinal) == true);
    }

    /// <summary>The law gives 3 working days: from Thursday, 1 October 2026, to the Tuesday after.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public async Task PassAsync_DaysLater_IsMarkedLateAfterTheThirdWorkingDay(int day, bool late)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        desk.School.Time.Now = new DateTimeOffset(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);
        var id = await desk.AcceptAsync(TestSchool.Letter("Жол бузук."));
        desk.School.Time.Now = new DateTimeOffset(2026, 10, day, 6, 0, 0, TimeSpan.Zero);
        var actor = desk.School.Responsible.Now(desk.School);

        Assert.Equal(new DateOnly(2026, 10, 6), (await desk.PassingOn.OfferAsync(actor, id))!.LastDay);
        await desk.PassingOn.PassAsync(actor, id, ToTheOffice(0));

        Assert.Equal(late, Assert.Single((await desk.Reading.ReadAsync(actor, id))!.PassedOn).Sent.Value.Late);
    }

    [Fact]
    public async Task PassAsync_AboutTheDirector_TheChairSigns()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var actor = desk.School.Chair.Now(desk.School);

        Assert.True((await desk.PassingOn.OfferAsync(actor, id))!.ChairSigns);
        Assert.True(await desk.PassingOn.PassAsync(actor, id, ToTheOffice(0)));

        var sent = Assert.Single((await desk.Reading.ReadAsync(actor, id))!.PassedOn).Sent.Value;
        Assert.Equal((true, desk.School.Chair.Id), (sent.ChairSigns, sent.Signer));
    }

    [Fact]
    public async Task Any_NotTheirsOrNotPossible_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        var id = await desk.AcceptAsync(TestSchool.Letter("Жол бузук."));
        var (actor, chair) = (desk.School.Responsible.Now(desk.School), desk.School.Chair.Now(desk.School));

        await Assert.ThrowsAsync<AnonymousHasNoContacts>(() => desk.PassingOn.PassAsync(actor, id, ToTheOffice(0) with { WithContacts = true }));
        Assert.False(await desk.PassingOn.PassAsync(chair, id, ToTheOffice(0)));
        Assert.True(await desk.PassingOn.PassAsync(actor, id, ToTheOffice(0)));
        var sequence = Assert.Single((await desk.Reading.ReadAsync(actor, id))!.PassedOn).Sequence;
        Assert.Null(await desk.PassingOn.PrintAsync(chair, id, sequence));
        Assert.Null(await desk.PassingOn.SentAsync(actor, id, 1));
        Assert.False(await desk.PassingOn.ReplyAsync(actor, id, Reply(1, actor.Today)));
        foreach (var days in new[] { -1, 1 })
            await Assert.ThrowsAsync<ReplyDayNotPossible>(() => desk.PassingOn.ReplyAsync(actor, id, Reply(sequence, actor.Today.AddDays(days))));
    }

    internal static NewPassingOn ToTheOffice(int version) => new()
    {
        Body = "Мисал айыл өкмөтү", Head = "", Reason = Why, Outgoing = "", Sheets = 1, WithContacts = false, Language = "ky", Version = version,
    };

    private static BodyReply Reply(int to, DateOnly day) => new() { To = to, ReceivedOn = day, Text = "Оңдойбуз." };
}
