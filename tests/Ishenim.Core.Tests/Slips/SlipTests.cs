using Ishenim.Core.Appeals;
using Ishenim.Core.Slips;
using Ishenim.Core.Tests.Appeals.OnPaper;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Slips;

/// <summary>A code on a stub: it opens the answers of its letter, once that is registered, and nothing else ever.</summary>
public sealed class SlipTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Slip_FromPrintToAnswer_OpensTheAnswersAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slips = await paper.PrintAsync(school.Chair, 25);
        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slips[3].Code, CancellationToken.None));

        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("Кутучадан.") with { Slip = slips[3].Number });
        await paper.Desk.Answering.AnswerAsync(school.Director.Now(school), registered.Id, new NewAnswer { Text = "Оңдодук.", Version = 0 });

        Assert.Equal(25, slips.Select(slip => slip.Number).Distinct().Count());
        Assert.False(registered.ToBoard);
        using var thread = await paper.Writers.OpenAsync(school.School, slips[3].Code, CancellationToken.None);
        Assert.Equal([(AuthorSide.School, "Оңдодук.")], thread!.Messages.Select(message => (message.Side, message.Text)));
        await using var db = database.Open(school.Id);
        Assert.Equal([KeyClass.Reply], await db.Set<Grant>().Where(grant => grant.Recipient == registered.Id.Value).Select(grant => grant.Class).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Register_LetterAboutThePrinter_NothingIsSealedToTheCode(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slip = (await paper.PrintAsync(school.Chair, 1))[0];

        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("Төрага жөнүндө.", About.Chair) with { Slip = slip.Number });

        Assert.True(registered.ToBoard);
        // As if it were in the box still: by trying codes the printer learns nothing.
        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slip.Code, CancellationToken.None));
        await using var db = database.Open(school.Id);
        Assert.Empty(await db.Set<WriterKey>().ToListAsync());
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == registered.Id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_WhoPrintedTheSlip_LosesTheCodesKeyToo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slip = (await paper.PrintAsync(school.Responsible, 1))[0];
        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("Тууганым жөнүндө.") with { Slip = slip.Number });

        Assert.True(await paper.Desk.Access.StepBackAsync(school.Responsible.Now(school), registered.Id));

        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slip.Code, CancellationToken.None));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == registered.Id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task VoidAsync_LetterKeptFromThePrinter_PassesForABlankSheet(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slips = await paper.PrintAsync(school.Chair, 2);
        await paper.RegisterAsync(school.Responsible, paper.Letter("Төрага жөнүндө.", About.Chair) with { Slip = slips[0].Number });
        var before = await paper.Slips.ListAsync(school.Chair.Now(school));

        foreach (var slip in slips)
            await paper.Slips.VoidAsync(school.Chair.Now(school), slip.Number);

        Assert.Equal((2, 0), before.Select(one => (one.Made, one.Void)).Single());
        Assert.Equal((2, 2), (await paper.Slips.ListAsync(school.Chair.Now(school))).Select(one => (one.Made, one.Void)).Single());
        await Assert.ThrowsAsync<SlipIsVoid>(() => paper.RegisterAsync(school.Responsible, paper.Letter("Дагы.") with { Slip = slips[0].Number }));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_SheetFoundInAClosedEnvelope_OpensTheAnswersToItsWriter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slips = await paper.PrintAsync(school.Chair, 1);
        var id = (await paper.RegisterAsync(school.Responsible, paper.Letter("", About.Responsible) with { Closed = true })).Id;

        await Assert.ThrowsAsync<SlipUnknown>(() => paper.Transcribing.WriteAsync(school.Director.Now(school), id, "Кат.", Other(slips)));
        Assert.True(await paper.Transcribing.WriteAsync(school.Director.Now(school), id, "Кат.", slips[0].Number));
        await paper.Desk.Answering.AnswerAsync(school.Director.Now(school), id, new NewAnswer { Text = "Оңдодук.", Version = 0 });

        using var thread = await paper.Writers.OpenAsync(school.School, slips[0].Code, CancellationToken.None);
        Assert.Equal(["Оңдодук."], thread!.Messages.Select(message => message.Text));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_SheetOfWhoIsKeptFromTheLetter_NothingIsSealedToIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slips = await paper.PrintAsync(school.Responsible, 1);
        var id = (await paper.RegisterAsync(school.Responsible, paper.Letter("", About.Responsible) with { Closed = true })).Id;

        Assert.True(await paper.Transcribing.WriteAsync(school.Director.Now(school), id, "Кат.", slips[0].Number));

        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slips[0].Code, CancellationToken.None));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Register_SlipUnknownUsedOrVoid_IsRefusedAndTakesNoNumber(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slips = await paper.PrintAsync(school.Responsible, 2);
        await paper.RegisterAsync(school.Responsible, paper.Letter("Бир.") with { Slip = slips[0].Number });
        await paper.Slips.VoidAsync(school.Responsible.Now(school), slips[1].Number);

        await Assert.ThrowsAsync<SlipUsed>(() => paper.RegisterAsync(school.Responsible, paper.Letter("Эки.") with { Slip = slips[0].Number }));
        await Assert.ThrowsAsync<SlipIsVoid>(() => paper.RegisterAsync(school.Responsible, paper.Letter("Эки.") with { Slip = slips[1].Number }));
        await Assert.ThrowsAsync<SlipUnknown>(() => paper.RegisterAsync(school.Responsible, paper.Letter("Эки.") with { Slip = Other(slips) }));
        await Assert.ThrowsAsync<SlipUsed>(() => paper.Slips.VoidAsync(school.Responsible.Now(school), slips[0].Number));

        Assert.Equal("2026-2", (await paper.RegisterAsync(school.Responsible, paper.Letter("Эки."))).Number.ToString());
        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slips[1].Code, CancellationToken.None));
        Assert.Equal((2, 1), (await paper.Slips.ListAsync(school.Responsible.Now(school))).Select(one => (one.Made, one.Void)).Single());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Register_OneSlipTwiceAtOnce_OneGetsIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slip = (await paper.PrintAsync(school.Responsible, 1))[0];

        var all = Enumerable.Range(0, 4).Select(i => paper.RegisterAsync(school.Responsible, paper.Letter($"Кат {i}") with { Slip = slip.Number })).ToList();
        await Task.WhenAny(Task.WhenAll(all));

        Assert.Equal(1, all.Count(one => one.IsCompletedSuccessfully));
        foreach (var refused in all.Where(one => one.IsFaulted))
            await Assert.ThrowsAsync<SlipUsed>(() => refused);
    }

    [Fact]
    public async Task MakeAsync_ByTheDirector_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);

        await Assert.ThrowsAsync<OnlyKeepersPrintSlips>(() => paper.PrintAsync(school.Director, 1));
    }

    [Fact]
    public void Read_SquareCodeOrTypedNumber_TellsTheSchoolsApart()
    {
        var number = SlipNumber.New();

        Assert.Equal(number, SlipMark.Read(SlipMark.Of("one", number), "one", out var elsewhere));
        Assert.False(elsewhere);
        Assert.Null(SlipMark.Read(SlipMark.Of("two", number), "one", out elsewhere));
        Assert.True(elsewhere);
        Assert.Equal(number, SlipMark.Read($" {number} ", "one", out elsewhere));
        Assert.False(elsewhere);
        var wrong = number.Digits[..^1] + (char)('0' + ((number.Digits[^1] - '0' + 1) % 10));
        Assert.Null(SlipMark.Read(wrong, "one", out elsewhere));
        Assert.False(elsewhere);
    }

    private static SlipNumber Other(IReadOnlyList<FreshSlip> slips)
    {
        var number = SlipNumber.New();
        return slips.Any(slip => slip.Number == number) ? Other(slips) : number;
    }
}
