using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

/// <summary>What is read by SQL has no filter that keeps schools apart: each query has to.</summary>
public sealed class SchoolSqlTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RosterAndBoxes_TwoSchools_AreTheOwnOnes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var one = await TestSchool.OpenAsync(database, "one", 1);
        var other = await TestSchool.OpenAsync(database, "other", 2);
        await using (var db = database.Open(other.Id))
            await db.Set<Person>().Where(person => person.Id == other.Responsible.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, "Башкача Үлгүев"));
        foreach (var (school, days) in new[] { (one, 5), (other, 30) })
            await AddBoxAsync(school, days);

        foreach (var (school, days, opener) in new[] { (one, 5, one.Responsible.Person.Name), (other, 30, "Башкача Үлгүев") })
        {
            var sql = database.Gate.Sql(school.Id);
            Assert.Equal(
                new[] { school.Responsible, school.Director, school.Chair }.Select(person => person.Id).ToHashSet(),
                (await sql.RosterAsync()).Select(line => line.Id).ToHashSet());
            Assert.Equal(school.Id.ToString(), Assert.Single(await sql.BoxesDueAsync(school.School)).Place);
            Assert.Equal([opener], await sql.OpenersAsync());
            Assert.Equal(days, await sql.OpeningDaysAsync(school.School, new DateOnly(2026, 9, 15)));
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RosterAsync_SomebodyLeftAndOthersMayNotReadYet_IsAsTheModelHasIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var left = await school.AddAsync("Кеткен Кишиева", Position.Teacher, Role.Member);
        await school.AddAsync("Жаңы Мугалимова", Position.Teacher, confirmed: false, Role.Member, Role.Executor);
        await school.AddAsync("Ролсуз Мисалов", Position.Teacher);
        await using var db = database.Open(school.Id);
        db.Add(new Person { School = school.Id, Id = PersonId.New(), Name = "Чакырылган Үлгүев", Post = "мугалим", Position = Position.Teacher, Language = "ru" });
        await db.SaveChangesAsync();
        var people = await db.Set<Person>().Include(person => person.Roles).Include(person => person.Account).ToListAsync();
        people.Single(person => person.Id == left.Id).LeftOn = new(2026, 9, 15);
        var chair = people.Single(person => person.Id == school.Chair.Id);
        (chair.Woman, chair.Email) = (true, "mugalim@mektep.example");
        await db.SaveChangesAsync();

        var lines = (await db.RosterAsync()).ToDictionary(line => line.Id);

        Assert.Equal(people.Count - 1, lines.Count);
        foreach (var person in people.Where(person => person.LeftOn is null))
        {
            var line = lines[person.Id];
            Assert.Equal(person.Roles.Select(held => held.Role).Order(), line.Roles.Order());
            Assert.Equal((person.Position, person.Email, person.Language, person.Woman), (line.Position, line.Email, line.Language, line.Woman));
            Assert.Equal(person.Account is { MayRead: true } account ? account.PublicKey : null, line.PublicKey);
        }
        Assert.Contains(lines.Values, line => line.PublicKey is null);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RosterAsync_InATransaction_SeesWhatItWroteAndNobodyElseDoes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await using var db = database.Open(school.Id);

        await database.Gate.InTransactionAsync(db, async () =>
        {
            await db.Set<Person>().Where(person => person.Id == school.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.LeftOn, new DateOnly(2026, 9, 15)));
            Assert.Equal(2, (await db.RosterAsync()).Count);
            Assert.Equal(3, (await database.Gate.Sql(school.Id).RosterAsync()).Count);
        });

        Assert.Equal(2, (await database.Gate.Sql(school.Id).RosterAsync()).Count);
    }

    private static async Task AddBoxAsync(TestSchool school, int everyDays)
    {
        await using var db = school.Database.Open(school.Id);
        db.Add(new Box { School = school.Id, Id = BoxId.New(), Number = 1, Place = school.Id.ToString(), Seal = "", InUseFrom = new(2026, 9, 1) });
        db.Add(new OpeningInterval { School = school.Id, Id = Guid.NewGuid(), From = new(2026, 9, 1), Days = everyDays, Order = "7", EnteredOn = new(2026, 9, 1) });
        await db.SaveChangesAsync();
    }
}
