using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Keys are sealed before the lock to those who read the last letter.</summary>
    [Fact]
    public async Task AcceptAsync_KeyAndReadersChangedSinceTheLastLetter_IsSealedToThoseOfNow()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Биринчи кат"));
        await using var db = database.Open(school.Id);
        using var renewed = KeyPair.Generate();
        await db.Set<Account>().Where(account => account.Person == school.Director.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.PublicKey, renewed.PublicKey));
        await db.Set<Person>().Where(person => person.Id == school.Responsible.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LeftOn, school.Clock.Today));
        var letter = TestSchool.Letter("Экинчи кат");

        await school.AcceptAsync(letter);

        var grants = await db.Set<Grant>().Where(grant => grant.Appeal == letter.Draft.Id).ToListAsync();
        Assert.Equal(new[] { letter.Draft.Id.Value, school.Director.Id.Value }.Order(), grants.Select(grant => grant.Recipient).Distinct().Order());
        using var keys = AppealKeys.From(grants.Where(grant => grant.Recipient == school.Director.Id.Value), renewed);
        Assert.True(keys.Has(KeyClass.Letter, 1));
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
