using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Calendar;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Appeals.Asking;

/// <summary>The term stands still while the writer is asked something. Letters come on Thursday, 1 October 2026.</summary>
public sealed class AskingTests
{
    private const string Question = "Кайсы кабинетте болду?";

    /// <summary>Due on 21 October; asked on the 5th for at most 10 working days: until the 19th.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 5, "2026-10-21")]
    [InlineData(DatabaseKind.Postgres, 8, "2026-10-26")]
    [InlineData(DatabaseKind.Sqlite, 19, "2026-11-04")]
    [InlineData(DatabaseKind.Sqlite, 20, "2026-11-04")]
    [InlineData(DatabaseKind.Sqlite, null, "2026-11-04")]
    public async Task AskAsync_AnsweredOnADay_OnlyTheWorkingDaysUntilThenStoodStill(DatabaseKind kind, int? answeredOn, string due)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var desk = await StartAsync(database);
        var (receipt, id) = await AcceptAsync(desk, TestSchool.Letter("Кат."));
        At(desk, 5);
        var actor = desk.School.Responsible.Now(desk.School);
        Assert.Equal(new DateOnly(2026, 10, 21), (await desk.Reading.ReadAsync(actor, id))!.Facts.DueOn);

        Assert.True(await desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = 0 }));

        var asked = (await desk.Reading.ReadAsync(actor, id))!;
        Assert.Equal((new DateOnly(2026, 11, 4), AppealState.Registered), (asked.Facts.DueOn, asked.Facts.State));
        if (answeredOn is { } day)
        {
            At(desk, day);
            await WriteAsync(desk, receipt, "Үчүнчү кабинетте.");
        }
        At(desk, 22);
        actor = desk.School.Responsible.Now(desk.School);
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), (await desk.Reading.ReadAsync(actor, id))!.Facts.DueOn);
        using var thread = await OpenAsync(desk, receipt);
        Assert.Equal((StepKind.Asked, new DateOnly(2026, 10, 19)), thread.Steps[0].Value is var step ? (step.Kind, step.Until!.Value) : default);
        Assert.Equal(answeredOn is null or > 19 ? 1 : 2, thread.Steps.Count);
        Assert.Contains(thread.Messages, message => message.Text == Question);
    }

    /// <summary>A day off that is announced later moves the day of a letter that was asked about, and of one taken up again.</summary>
    [Fact]
    public async Task AskAsync_DayOffAnnouncedLater_TheLastDayFollows()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = await StartAsync(database);
        var (receipt, id) = await AcceptAsync(desk, TestSchool.Letter("Кат."));
        At(desk, 5);
        var actor = desk.School.Responsible.Now(desk.School);
        await desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = 0 });
        await WriteAsync(desk, receipt, "Бүгүн эле.");
        Assert.Equal(new DateOnly(2026, 10, 21), (await desk.Reading.ReadAsync(actor, id))!.Facts.DueOn);

        await new CalendarKeeping(database.Gate).SetDayAsync(desk.School.Director.Now(desk.School), new CalendarDay { Day = new DateOnly(2026, 10, 14), Change = DayChange.DayOff, Name = "Токтом менен" });

        Assert.Equal(new DateOnly(2026, 10, 22), (await desk.Reading.ReadAsync(actor, id))!.Facts.DueOn);
    }

    [Fact]
    public async Task AskAsync_RestrictedLetter_MovesTheSealedDay()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = await StartAsync(database);
        var (receipt, id) = await AcceptAsync(desk, TestSchool.Letter("Директор жөнүндө.", About.Director));
        At(desk, 5);
        var actor = desk.School.Chair.Now(desk.School);
        await desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = 0 });
        At(desk, 6);
        await WriteAsync(desk, receipt, "Кече.");
        At(desk, 7);

        var letter = (await desk.Reading.ReadAsync(desk.School.Chair.Now(desk.School), id))!;

        Assert.Equal(new DateOnly(2026, 10, 22), letter.Facts.DueOn);
        Assert.Equal(2, letter.FormerDeadlines.Count);
    }

    [Fact]
    public async Task AskAsync_WhereItMayNot_IsRefusedAndNothingIsSent()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var desk = await StartAsync(database, days: 0);
        var (_, id) = await AcceptAsync(desk, TestSchool.Letter("Кат."));
        At(desk, 5);
        var actor = desk.School.Responsible.Now(desk.School);
        await Assert.ThrowsAsync<TermNeverPauses>(() => desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = 0 }));
        await SetAsync(desk, 10);
        await desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = 0 });
        var asked = (await desk.Reading.ReadAsync(actor, id))!;

        await Assert.ThrowsAsync<WriterAskedAlready>(() => desk.Asking.AskAsync(actor, id, new NewQuestion { Text = Question, Version = asked.Version }));

        Assert.Equal(2, (await desk.Reading.ReadAsync(actor, id))!.Parts.Count);
        At(desk, 30, month: 11);
        await Assert.ThrowsAsync<TermNotExtendable>(() =>
            desk.Asking.AskAsync(desk.School.Responsible.Now(desk.School), id, new NewQuestion { Text = Question, Version = asked.Version }));
    }

    private static async Task<DeskOf> StartAsync(TestDatabase database, int days = 10)
    {
        var desk = new DeskOf(await TestSchool.OpenAsync(database));
        At(desk, 1);
        await SetAsync(desk, days);
        return desk;
    }

    private static void At(DeskOf desk, int day, int month = 10) => desk.School.Time.Now = new DateTimeOffset(2026, month, day, 6, 0, 0, TimeSpan.Zero);

    internal static Task SetAsync(DeskOf desk, int days)
    {
        var actor = desk.School.Director.Now(desk.School);
        return new CalendarKeeping(desk.School.Database.Gate).AddRuleAsync(actor, new DatedRule { Kind = RuleKind.Pause, From = actor.Today, Value = days, Ground = "Буйрук № 7" });
    }

    private static async Task<(ReceiptCode Code, AppealId Id)> AcceptAsync(DeskOf desk, NewLetter letter) => ((await desk.School.AcceptAsync(letter)).Code, letter.Draft.Id);

    private static WriterThread Writers(TestSchool school) => new(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);

    private static async Task<OpenThread> OpenAsync(DeskOf desk, ReceiptCode code) => (await Writers(desk.School).OpenAsync(desk.School.School, code, CancellationToken.None))!;

    private static async Task WriteAsync(DeskOf desk, ReceiptCode code, string text)
    {
        using var thread = await OpenAsync(desk, code);
        using var draft = LetterDraft.New();
        await Writers(desk.School).AddAsync(desk.School.School, thread, new NewMessage { Text = text, Draft = draft, Files = [] }, CancellationToken.None);
    }
}
