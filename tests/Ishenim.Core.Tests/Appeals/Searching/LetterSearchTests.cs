using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Searching;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Searching;

public sealed class LetterSearchTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FindAsync_EachFindsWhatTheyMayRead_RestrictedFirstThenTheNewest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await desk.AcceptAsync(TestSchool.Letter("Ашканада суук."));
        var answered = await desk.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        await desk.AcceptAsync(TestSchool.Letter("Директор ашкананы жаап койду.", About.Director));
        await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө, ашканага киргизбейт.", About.Chair));
        await desk.Answering.AnswerAsync(school.Director.Now(school), answered, new NewAnswer { Text = "Ашкана менен кошо оңдойбуз.", Version = 0 });

        Assert.Equal("2026-Ч-2 2026-2 2026-1", await FoundAsync(school, school.Responsible, "ашкана"));
        Assert.Equal("2026-Ч-1", await FoundAsync(school, school.Chair, "ашкана"));
        // The director stepped back: nothing of it any more.
        await desk.Access.StepBackAsync(school.Director.Now(school), answered);
        Assert.Equal("2026-Ч-2 2026-1", await FoundAsync(school, school.Director, "ашкана"));
        var nobody = await school.AddAsync("Асан Үсөнов", Position.Teacher, Role.Member);
        Assert.Equal("", await FoundAsync(school, nobody, "ашкана"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FindAsync_Journal_SaysThatAndHowManyAndNoWord(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Ашканада суук."));
        await school.AcceptAsync(TestSchool.Letter("Ашканада ысык."));

        await FoundAsync(school, school.Director, "ашкана");
        using var search = new LetterSearch(database.Gate);
        Assert.True(SearchWords.TryParse("ашкана", out var words));
        // Who breaks off has seen one of them.
        await foreach (var hit in search.FindAsync(school.Director.Now(school), words))
        {
            Assert.Equal("2026-2", hit.Row.Number);
            break;
        }

        await using var db = database.Open(school.Id);
        var lines = await db.Set<JournalLine>().Where(line => line.Book == Book.Acts).OrderBy(line => line.Number).ToListAsync();
        Assert.Equal(
            [(JournalVerb.TextSearched, null), (JournalVerb.TextFound, "letters=2"), (JournalVerb.TextSearched, null), (JournalVerb.TextFound, "letters=1")],
            lines.ConvertAll(line => (line.Verb, line.Detail)));
        Assert.All(lines, line => Assert.Null(line.Appeal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FindAsync_SeveralBatchesNotAppearedAndBroken_EachOnceInOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(_ => school.AcceptAsync(TestSchool.Letter("Ашкана."))));
        await using (var db = database.Open(school.Id))
        {
            var place = RegisterNumber.Common(2026, 60).RegisterPlace;
            var broken = await db.Set<Appeal>().Where(appeal => appeal.RegisterPlace == place).Select(appeal => appeal.Id).SingleAsync();
            await db.Set<Part>().Where(part => part.Appeal == broken).ExecuteUpdateAsync(row => row.SetProperty(part => part.Sealed, new byte[] { 1, 2, 3 }));
        }
        school.School.Settings = school.School.Settings with { AppearAtHours = [14] };
        await school.AcceptAsync(TestSchool.Letter("Ашкана, кийин көрүнөт."));

        var found = await FoundAsync(school, school.Director, "ашкана");

        Assert.Equal(string.Join(' ', Enumerable.Range(1, 120).Reverse().Where(i => i != 60).Select(i => $"2026-{i}")), found);
    }

    private static async Task<string> FoundAsync(TestSchool school, TestPerson person, string typed)
    {
        using var search = new LetterSearch(school.Database.Gate);
        Assert.True(SearchWords.TryParse(typed, out var words));
        return string.Join(' ', await search.FindAsync(person.Now(school), words).Select(hit => hit.Row.Number).ToListAsync());
    }
}
