using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>What is refused among letters that share a commit, each by itself.</summary>
public sealed class ArrivalTests
{
    [Fact]
    public async Task Choose_OneIdTwice_TheFirstIsTaken()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var page = LetterDraft.New().ToToken();
        using var first = new Arrival(school.School, Letter(page));
        using var second = new Arrival(school.School, Letter(page));
        var (roster, taken) = (await RosterAsync(school), new HashSet<Guid>());

        first.Choose(roster, taken, []);
        second.Choose(roster, taken, []);

        Assert.Null(first.Refused);
        Assert.IsType<LetterAlreadyArrived>(second.Refused);
    }

    [Fact]
    public async Task Choose_NobodyMayReadIt_LeavesItsIdToTheNextTry()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var page = LetterDraft.New().ToToken();
        using var first = new Arrival(school.School, Letter(page, About.Director, About.Chair, About.Responsible));
        using var corrected = new Arrival(school.School, Letter(page));
        var (roster, taken) = (await RosterAsync(school), new HashSet<Guid>());

        first.Choose(roster, taken, []);
        corrected.Choose(roster, taken, []);

        Assert.IsType<NobodyMayRead>(first.Refused);
        Assert.Null(corrected.Refused);
    }

    private static NewLetter Letter(string page, params About[] about) => TestSchool.Letter("Кат", about) with
    {
        Draft = LetterDraft.TryParse(page, out var draft) ? draft! : throw new InvalidOperationException(),
    };

    private static async Task<IReadOnlyList<RosterLine>> RosterAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.RosterAsync();
    }
}
