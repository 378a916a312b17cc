using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Tests.Appeals.Retention;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Joining;

/// <summary>Letters on the same matter are joined and parted; only who reads both learns of it.</summary>
public sealed class LetterJoiningTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task JoinAndPart_AnyNumberOfTimes_ChangeNothingThatAWriterSees(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (one, other) = (await AcceptSignedAsync(school, "Терезе сынык."), await AcceptSignedAsync(school, "Класста суук."));
        var actor = school.Responsible.Now(school);
        await desk.Answering.AnswerAsync(actor, one.Id, new NewAnswer { Text = "Оңдойбуз.", Version = (await desk.Reading.ReadAsync(actor, one.Id))!.Version });
        await desk.Reading.ReadAsync(actor, other.Id);
        var before = await SeenAsync(school, one.Code, other.Code);
        var mails = await MailsAsync(school);

        for (var i = 0; i < 3; i++)
        {
            Assert.True(await JoinAsync(desk, school.Responsible, one.Id, other.Id));
            Assert.Equal(before, await SeenAsync(school, one.Code, other.Code));
            Assert.Equal(other.Id, Assert.Single((await desk.Reading.ReadAsync(actor, one.Id))!.Joined).Id);
            Assert.Equal(one.Id, Assert.Single((await desk.Reading.ReadAsync(school.Director.Now(school), other.Id))!.Joined).Id);
            Assert.True(await desk.Joining.PartAsync(school.Director.Now(school), other.Id, one.Id));
            Assert.Equal(before, await SeenAsync(school, one.Code, other.Code));
            Assert.Empty((await desk.Reading.ReadAsync(actor, one.Id))!.Joined);
        }

        Assert.Equal(mails, await MailsAsync(school));
        var past = (await desk.Joining.OfAsync(actor, one.Id))!.Past;
        Assert.Equal([(true, school.Responsible.Id), (false, school.Director.Id)], past.Take(2).Select(step => (step.Joined, step.By!.Value)));
        Assert.Equal((6, "2026-2"), (past.Count, past.Select(step => step.Number).Distinct().Single()));
        await using var db = database.Open(school.Id);
        var lines = await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.MatterMarked).ToListAsync();
        Assert.Equal((6, 6), (lines.Count(line => line.Appeal == one.Id), lines.Count(line => line.Appeal == other.Id)));
        Assert.All(lines, line => Assert.True(line is { Person: null, Detail: null }));
        Assert.All(await db.Set<Part>().Where(part => part.Kind == PartKind.Joining).ToListAsync(), part => Assert.Equal(KeyClass.Desk, part.Class));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task JoinAsync_RestrictedLetter_IsNothingToWhoReadsTheOtherOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (usual, restricted) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Жооптуу адам жөнүндө.", About.Responsible)));
        var grants = await GrantsAsync(school);
        var (director, responsible) = (school.Director.Now(school), school.Responsible.Now(school));

        Assert.True(await JoinAsync(desk, school.Director, usual, restricted));

        Assert.Equal("2026-Ч-1", Assert.Single((await desk.Joining.OfAsync(director, usual))!.Now).Facts.Number);
        Assert.Empty((await desk.Reading.ReadAsync(responsible, usual))!.Joined);
        Assert.True(await desk.Joining.OfAsync(responsible, usual) is { Now.Count: 0, Past.Count: 0 });
        Assert.Null(await desk.Joining.OfAsync(responsible, restricted));
        // The same refusal as for a number that nobody has.
        foreach (var number in new[] { "2026-Ч-1", "2026-Ч-7", "2026-77" })
            await Assert.ThrowsAsync<NoLetterToJoin>(() => desk.Joining.JoinAsync(responsible, usual, RegisterNumber.Parse(number)));
        await Assert.ThrowsAsync<NoLetterToJoin>(() => desk.Joining.PartAsync(responsible, usual, restricted));
        Assert.Equal(grants, await GrantsAsync(school));
        // Its outcome stands in the register: it would tell that there is another letter.
        await desk.Answering.AnswerAsync(director, usual, new NewAnswer { Text = "Жооп.", Version = (await desk.Reading.ReadAsync(director, usual))!.Version });
        await Assert.ThrowsAsync<ClosingNeedsJoined>(async () => await CloseAsJoinedAsync(desk, school.Director, usual));
        // The chair reads the restricted one alone.
        Assert.Empty((await desk.Reading.ReadAsync(school.Chair.Now(school), restricted))!.Joined);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_JoinedLetter_WhoLostItSeesItNoMoreAndNothingNewIsReadable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (kept, lost) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Дагы бир кат.")));
        await JoinAsync(desk, school.Responsible, kept, lost);
        Assert.Single((await desk.Reading.ReadAsync(school.Responsible.Now(school), kept))!.Joined);
        await using var db = database.Open(school.Id);
        using var stolen = await AppealKeys.OpenAsync(db, lost, school.Responsible.Id.Value, school.Responsible.Keys);

        var now = (await desk.Widening.NowAsync(school.Director.Now(school), lost))!;
        await desk.Widening.WidenAsync(school.Director.Now(school), lost, new NewAbout { Groups = [About.Responsible], Persons = [], SteppingBack = false, Version = now.Version });

        Assert.Empty((await desk.Reading.ReadAsync(school.Responsible.Now(school), kept))!.Joined);
        Assert.True(await desk.Joining.OfAsync(school.Responsible.Now(school), kept) is { Now.Count: 0, Past.Count: 0 });
        await Assert.ThrowsAsync<NoLetterToJoin>(() => desk.Joining.PartAsync(school.Responsible.Now(school), kept, lost));
        // Who still reads both sees what was sealed with the keys before.
        Assert.Equal(lost, Assert.Single((await desk.Reading.ReadAsync(school.Director.Now(school), kept))!.Joined).Id);
        await desk.Joining.PartAsync(school.Director.Now(school), lost, kept);
        var newest = await db.Set<Part>().Where(part => part.Appeal == lost && part.Kind == PartKind.Joining).OrderBy(part => part.Sequence).LastAsync();
        Assert.False(stolen.Has(newest.Class, newest.Epoch));
        Assert.Equal(2, (await desk.Joining.OfAsync(school.Director.Now(school), lost))!.Past.Count);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CloseAsync_AsJoined_OnlyToALetterThatCarriesTheMatter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (first, second) = (await AcceptSignedAsync(school, "Терезе сынык."), await desk.AcceptAsync(TestSchool.Letter("Терезе дагы сынык.")));
        var actor = school.Responsible.Now(school);
        foreach (var id in new[] { first.Id, second })
            await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Оңдодук.", Version = (await desk.Reading.ReadAsync(actor, id))!.Version });
        await Assert.ThrowsAsync<ClosingNeedsJoined>(() => CloseAsJoinedAsync(desk, school.Responsible, first.Id));
        await JoinAsync(desk, school.Responsible, first.Id, second);

        Assert.True(await CloseAsJoinedAsync(desk, school.Responsible, first.Id));

        Assert.Equal(Outcome.JoinedToAnother, (await desk.Reading.ReadAsync(actor, first.Id))!.Facts.Outcome);
        using (var thread = await OpenAsync(school, first.Code))
        {
            Assert.Equal([(StepKind.Answered, null), (StepKind.Closed, (Outcome?)null)], thread.Steps.Select(step => (step.Value.Kind, step.Value.Outcome)));
            Assert.Equal("Оңдодук.", thread.Messages[^1].Text);
        }
        await Assert.ThrowsAsync<ClosingNeedsJoined>(() => CloseAsJoinedAsync(desk, school.Responsible, second));
        await Assert.ThrowsAsync<ClosedAsJoined>(() => desk.Joining.PartAsync(actor, second, first.Id));
        await desk.Reopening.ReopenAsync(actor, first.Id, "Өзүнчө карайбыз.", (await desk.Reading.ReadAsync(actor, first.Id))!.Version);
        Assert.True(await desk.Joining.PartAsync(actor, second, first.Id));
    }

    [Fact]
    public async Task JoinAsync_WhatCannotBeJoined_IsRefusedByName()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var (school, desk) = (retention.School, retention.Desk);
        var (closed, alsoClosed) = ((await retention.ClosedAsync()).Id, (await retention.ClosedAsync()).Id);
        var (open, cancelled) = (await desk.AcceptAsync(TestSchool.Letter("Ачык.")), await desk.AcceptAsync(TestSchool.Letter("Сыноо.")));
        var actor = school.Director.Now(school);
        await desk.Reading.ReadAsync(actor, cancelled);
        await desk.Ending.CancelAsync(actor, cancelled, new NewCancelling { Ground = CancelGround.Test, Reason = "Бул сыноо каты болчу.", Version = 0 });

        await Assert.ThrowsAsync<JoinedWithItself>(() => JoinAsync(desk, school.Director, open, open));
        await Assert.ThrowsAsync<CancelledNotJoined>(() => JoinAsync(desk, school.Director, open, cancelled));
        await Assert.ThrowsAsync<CancelledNotJoined>(() => JoinAsync(desk, school.Director, cancelled, open));
        await Assert.ThrowsAsync<BothLettersClosed>(() => JoinAsync(desk, school.Director, closed, alsoClosed));
        await Assert.ThrowsAsync<LettersNotJoined>(() => desk.Joining.PartAsync(actor, open, closed));
        Assert.True(await JoinAsync(desk, school.Director, open, closed));
        await Assert.ThrowsAsync<JoinedAlready>(() => JoinAsync(desk, school.Director, closed, open));
        Assert.False(await desk.Joining.JoinAsync(school.Chair.Now(school), open, RegisterNumber.Parse("2026-1")));
        await using var db = database.Open(school.Id);
        Assert.Equal(2, await db.Set<Part>().CountAsync(part => part.Kind == PartKind.Joining));
        Assert.Equal(2, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.MatterMarked));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Destroyed_JoinedLetter_LeavesTheOtherAloneAndIsShownAsDestroyed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var (school, desk) = (retention.School, retention.Desk);
        var (gone, next, kept) = ((await retention.ClosedAsync()).Id, (await retention.ClosedAsync("Дагы бир кат.")).Id, await desk.AcceptAsync(TestSchool.Letter("Ачык.")));
        await JoinAsync(desk, school.Director, kept, gone);
        await retention.HoldAsync(kept);
        retention.PassYears(6);

        await retention.DestroyAsync();

        var actor = school.Director.Now(school);
        var destroyed = Assert.Single((await desk.Reading.ReadAsync(actor, kept))!.Joined);
        Assert.True(destroyed is { Destroyed: true, Facts.Number: "2026-1" });
        Assert.Null(await desk.Joining.OfAsync(actor, gone));
        await Assert.ThrowsAsync<DestroyedNotJoined>(() => desk.Joining.JoinAsync(actor, kept, RegisterNumber.Parse("2026-2")));
        await Assert.ThrowsAsync<NoLetterToJoin>(() => desk.Joining.PartAsync(actor, kept, gone));
        // Whoever reads the other only since then is not told of it.
        await desk.Access.StepBackAsync(school.Director.Now(school), kept);
        await desk.Access.StepBackAsync(school.Responsible.Now(school), kept);
        Assert.Empty((await desk.Reading.ReadAsync(school.Chair.Now(school), kept))!.Joined);
        Assert.Null(await retention.ContradictionAsync());
    }

    private static async Task<(AppealId Id, ReceiptCode Code)> AcceptSignedAsync(TestSchool school, string text)
    {
        var letter = TestSchool.Letter(text) with { Identity = new Identity("Айнура Мисалова", "ainura@example.kg") };
        return (letter.Draft.Id, (await school.AcceptAsync(letter)).Code);
    }

    private static async Task<bool> JoinAsync(DeskOf desk, TestPerson by, AppealId id, AppealId other)
    {
        var actor = by.Now(desk.School);
        return await desk.Joining.JoinAsync(actor, id, RegisterNumber.Parse((await desk.Access.NumberAsync(actor, other))!));
    }

    private static async Task<bool> CloseAsJoinedAsync(DeskOf desk, TestPerson by, AppealId id)
    {
        var actor = by.Now(desk.School);
        var record = new ClosingRecord { Outcome = Outcome.JoinedToAnother, Ground = "", Lesson = "" };
        return await desk.Ending.CloseAsync(actor, id, new NewClosing { Record = record, Version = (await desk.Reading.ReadAsync(actor, id))!.Version });
    }

    private static async Task<OpenThread> OpenAsync(TestSchool school, ReceiptCode code) =>
        (await new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time).OpenAsync(school.School, code, CancellationToken.None))!;

    /// <summary>All that the writers are shown.</summary>
    private static async Task<string> SeenAsync(TestSchool school, params ReceiptCode[] codes)
    {
        var seen = new List<string>();
        foreach (var code in codes)
        {
            using var thread = await OpenAsync(school, code);
            seen.Add($"{thread.Facts} {thread.IsRead} {string.Join('|', thread.Messages.Select(one => $"{one.Sequence} {one.Side} {one.Day} {one.Text}"))} {string.Join('|', thread.Steps)}");
        }
        return string.Join('\n', seen);
    }

    private static async Task<int> MailsAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<OutboxMail>().CountAsync();
    }

    private static async Task<IReadOnlyList<(Guid, KeyClass, int, Guid)>> GrantsAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        var grants = await db.Set<Grant>().AsNoTracking().ToListAsync();
        return [.. grants.Select(grant => (grant.Appeal.Value, grant.Class, grant.Epoch, grant.Recipient)).Order()];
    }
}
