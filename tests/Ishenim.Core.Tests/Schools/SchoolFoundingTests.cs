using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Schools;

public sealed class SchoolFoundingTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AddAsync_TwoSchools_TakeNextPlacesAndSaltsOfTheirOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var founding = new SchoolFounding(database.Gate, TestSchool.Quick, new StoppedClock());

        var (one, two) = (await founding.AddAsync("one", "№ 1 мектеп"), await founding.AddAsync("two", null));

        Assert.Equal((1, 2), (one.Place, two.Place));
        Assert.NotEqual(one.CodeSalt, two.CodeSalt);
        Assert.Equal(["one", "two"], (await database.Gate.SchoolsAsync()).Select(school => school.Slug));
        await Assert.ThrowsAsync<SlugNotFree>(() => founding.AddAsync("two", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Мектеп")]
    [InlineData("a/b")]
    [InlineData("UPPER")]
    public async Task AddAsync_NoSlug_IsRefused(string slug)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<SlugNotFree>(() => new SchoolFounding(database.Gate, TestSchool.Quick, new StoppedClock()).AddAsync(slug, null));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SetUpTokenAsync_SchoolWithPeople_IsNull(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);

        Assert.Null(await new SchoolFounding(database.Gate, TestSchool.Quick, school.Time).SetUpTokenAsync(school.School));
    }
}
