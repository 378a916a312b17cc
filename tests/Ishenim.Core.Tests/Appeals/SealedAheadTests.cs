using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>Keys are sealed before the lock to those who read the last letter; what changed since then binds all the same.</summary>
public sealed class SealedAheadTests
{
    private static readonly KeyClass[] ToReader = [KeyClass.Letter, KeyClass.Reply, KeyClass.Desk];

    [Fact]
    public async Task AcceptAsync_NothingChanged_EveryReaderOpensAllOfIt()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        var grants = await GrantsAsync(school, _ => Task.CompletedTask);

        Assert.Equal(Recipients(school.Responsible, school.Director), grants.Keys.Order());
        AssertOpens(grants[school.Responsible.Id.Value], school.Responsible.Keys);
        AssertOpens(grants[school.Director.Id.Value], school.Director.Keys);
    }

    [Fact]
    public async Task AcceptAsync_ReadersKeyChanged_IsSealedToTheNewOne()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var renewed = KeyPair.Generate();

        var grants = await GrantsAsync(school, db => db.Set<Account>().Where(account => account.Person == school.Director.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.PublicKey, renewed.PublicKey)));

        AssertOpens(grants[school.Director.Id.Value], renewed);
        AssertOpens(grants[school.Responsible.Id.Value], school.Responsible.Keys);
    }

    [Fact]
    public async Task AcceptAsync_ReaderLeft_GetsNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        var grants = await GrantsAsync(school, db => db.Set<Person>().Where(person => person.Id == school.Responsible.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LeftOn, school.Clock.Today)));

        Assert.Equal(Recipients(school.Director), grants.Keys.Order());
        AssertOpens(grants[school.Director.Id.Value], school.Director.Keys);
    }

    [Fact]
    public async Task AcceptAsync_ReaderBecameOneOfThoseItIsAbout_GetsNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        var grants = await GrantsAsync(school, async db =>
        {
            db.Add(new PersonRole { School = school.Id, Person = school.Director.Id, Role = Role.Chair });
            await db.SaveChangesAsync();
        }, About.Chair);

        Assert.Equal(Recipients(school.Responsible), grants.Keys.Order());
    }

    /// <summary>The second letter's grants by their recipients: the roster was that of the first one until the change.</summary>
    private static async Task<Dictionary<Guid, List<Grant>>> GrantsAsync(TestSchool school, Func<IshenimDb, Task> change, params About[] about)
    {
        await school.AcceptAsync(TestSchool.Letter("Биринчи кат"));
        await using var db = school.Database.Open(school.Id);
        await change(db);
        var letter = TestSchool.Letter("Экинчи кат", about);
        var id = letter.Draft.Id;
        await school.AcceptAsync(letter);
        var grants = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id).ToListAsync();
        return grants.Where(grant => grant.Recipient != id.Value).GroupBy(grant => grant.Recipient).ToDictionary(group => group.Key, group => group.ToList());
    }

    private static IEnumerable<Guid> Recipients(params TestPerson[] people) => people.Select(person => person.Id.Value).Order();

    private static void AssertOpens(IEnumerable<Grant> grants, KeyPair pair)
    {
        using var keys = AppealKeys.From(grants, pair);
        Assert.Equal(ToReader.Order(), keys.Held.Select(held => held.Class).Order());
    }
}
