using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Printing;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Printing;

public sealed class RegisterPrintingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PrintAsync_WithContent_OnlyOfLettersThatThePersonReads(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var letter = await desk.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        await desk.Measuring.AddAsync(school.Director.Now(school), letter, new Measure
        {
            Kind = MeasureKind.Repair, Text = "Айнек салынды.", Ground = "", By = "завхоз", TakenOn = new DateOnly(2026, 9, 15), Result = "",
        });
        var printing = new RegisterPrinting(database.Gate);

        var mine = Assert.Single((await printing.PrintAsync(school.Director.Now(school), Print(content: true))).Lines);
        var bare = Assert.Single((await printing.PrintAsync(school.Director.Now(school), Print(content: false))).Lines);
        var chairs = Assert.Single((await printing.PrintAsync(school.Chair.Now(school), Print(content: true))).Lines);

        Assert.Equal(("Терезе сынык.", null, "Айнек салынды."), (mine.Summary!.Text, mine.Summary.Extension, Assert.Single(mine.Summary.Measures).Text));
        Assert.Null(bare.Summary);
        Assert.True(chairs is { Summary: null, Row: { Number: "2026-1", Facts: not null } });
        var member = await school.AddAsync("Асан Үсөнов", Position.Teacher, Role.Member);
        Assert.Empty((await printing.PrintAsync(member.Now(school), Print(content: true))).Lines);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PrintAsync_ForwardedLetter_SaysToWhomAndWhenToItsReadersAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var executor = await school.AddAsync("Асан Үсөнов", Position.Teacher, Role.Executor);
        var (letter, director) = (await desk.AcceptAsync(TestSchool.Letter("Терезе сынык.")), school.Director.Now(school));
        await desk.Forwarding.ForwardAsync(director, letter, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = director.Today, WithIdentity = false, Redacted = false,
            Version = (await desk.Forwarding.OfferAsync(director, letter))!.Version,
        });
        var printing = new RegisterPrinting(database.Gate);

        var mine = Assert.Single((await printing.PrintAsync(director, Print(content: true))).Lines);
        var open = Assert.Single((await printing.PrintAsync(director, Print(content: true) with { OnlyEnded = true })).Lines);

        Assert.Equal(new ForwardedTo(director.Today, executor.Id, null), Assert.Single(mine.Summary!.Forwarded));
        Assert.Null(open.Summary);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PrintAsync_RestrictedLetter_IsNoLineOrANumberAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var left = await desk.AcceptAsync(TestSchool.Letter("Кийин чектелди."));
        await desk.Access.StepBackAsync(school.Director.Now(school), left);
        var printing = new RegisterPrinting(database.Gate);

        foreach (var person in new[] { school.Director, school.Responsible, school.Chair })
            Assert.True(Assert.Single((await printing.PrintAsync(person.Now(school), Print(content: true))).Lines) is { Row: { Number: "2026-1", Facts: null }, Summary: null });
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PrintAsync_YearFilterAndJournal_AreAsAsked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("1"));
        await school.AcceptAsync(TestSchool.Letter("2") with { Urgent = true });
        school.Time.Pass(TimeSpan.FromDays(150));
        await school.AcceptAsync(TestSchool.Letter("3"));
        var printing = new RegisterPrinting(database.Gate);
        var actor = school.Director.Now(school);

        async Task<string> Numbers(RegisterPrint print) => string.Join(' ', (await printing.PrintAsync(actor, print)).Lines.Select(line => line.Row.Number));

        Assert.Equal("2026-1 2026-2", await Numbers(Print(content: false)));
        Assert.Equal("2027-1", await Numbers(Print(content: true) with { Year = 2027 }));
        Assert.Equal("2026-2", await Numbers(Print(content: false) with { Filter = new RegisterFilter { Urgent = true }, Year = null }));
        var last = await printing.PrintAsync(actor, Print(content: false) with { Year = 2030 });
        Assert.Empty(last.Lines);
        await using var db = database.Open(school.Id);
        var lines = await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.RegisterPrinted).OrderBy(line => line.Number).ToListAsync();
        Assert.Equal(["register:2026", "register:2027 content", "register:all selected", "register:2030"], lines.Select(line => line.Detail));
        Assert.Equal(Fingerprint.Of(lines[^1]).ToString(), last.Fingerprint.ToString());
    }

    private static RegisterPrint Print(bool content) => new() { Filter = new RegisterFilter(), Year = 2026, Content = content };
}
