using System.Reflection;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Tests.Storage;

/// <summary>For every entity of a school, also those that come later: a context sees its own school's rows and no others.</summary>
public sealed class SchoolIsolationTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task EverySet_RowsOfTwoSchools_ShowsOnlyItsOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var one = await TestSchool.OpenAsync(database, "one", 1);
        var other = await TestSchool.OpenAsync(database, "other", 2);
        foreach (var school in new[] { one, other })
            await FillAsync(database, school.Id);

        foreach (var type in OfSchool(database))
            foreach (var (school, rows) in new[] { (one.Id, 1), (other.Id, 1), (IshenimDb.NoSchool, 0) })
                Assert.True(await SeenAsync(database, school, type) is var seen && seen.Count >= rows && seen.All(id => id == school), $"{type.Name}: {school} saw {seen.Count} rows, of other schools too or too few");
    }

    [Fact]
    public async Task Model_EveryEntityWithASchoolColumn_IsOfSchool()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();

        var unmarked = db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.FindProperty("School") is not null && !typeof(IOfSchool).IsAssignableFrom(type.ClrType));

        Assert.Empty(unmarked.Select(type => type.Name));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Schools_AnotherSchoolsContext_SeesOnlyItself(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var one = await TestSchool.OpenAsync(database, "one", 1);
        await TestSchool.OpenAsync(database, "other", 2);
        await using var db = database.Open(one.Id);

        Assert.Equal([one.Id], await db.Set<School>().Select(school => school.Id).ToListAsync());
    }

    private static List<Type> OfSchool(TestDatabase database)
    {
        using var db = database.Gate.OpenInstallation();
        var types = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(IOfSchool).IsAssignableFrom).ToList();
        Assert.True(types.Count >= 14, "entities of schools are missing from the model");
        return types;
    }

    /// <summary>One row in each table of the school that is empty yet, of whatever values: references come first.</summary>
    private static async Task FillAsync(TestDatabase database, SchoolId school)
    {
        await using var db = database.Open(school);
        await using var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in BackupTables.InOrder(db).Concat(db.Model.GetRelationalModel().Tables.Where(table => BackupTables.LeftOut.Contains(table.Name))))
        {
            if (table.FindColumn("School") is null)
                continue;
            var columns = BackupTables.ColumnsOf(table);
            await using var command = connection.CreateCommand();
            command.CommandText = BackupTables.InsertInto(table.Name, columns) + " ON CONFLICT DO NOTHING";
            for (var i = 0; i < columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{i}", ValueOf(table, columns[i], school));
                command.Parameters.Add(parameter);
            }
            await command.ExecuteNonQueryAsync();
        }
    }

    private static object ValueOf(ITable table, BackupColumn column, SchoolId school) => column.Kind switch
    {
        // One id per school serves as every id: so references find what they refer to.
        ColumnKind.Id => school.Value,
        ColumnKind.Text => IsShortList(table, column) ? "[]" : "x",
        ColumnKind.Number => column.Name == "Year" ? 2026L : 1L,
        ColumnKind.Flag => false,
        ColumnKind.Bytes => school.Value.ToByteArray(),
        ColumnKind.Moment => new DateTime(2026, 9, 15, 0, 0, 0, DateTimeKind.Utc),
        ColumnKind.Day => new DateOnly(2026, 9, 15),
        _ => throw new NotSupportedException(table.Name),
    };

    /// <summary>Short lists of a row are kept as JSON in one column.</summary>
    private static bool IsShortList(ITable table, BackupColumn column) =>
        table.FindColumn(column.Name)!.PropertyMappings[0].Property.ClrType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static Task<List<SchoolId>> SeenAsync(TestDatabase database, SchoolId school, Type type) =>
        (Task<List<SchoolId>>)typeof(SchoolIsolationTests).GetMethod(nameof(SeenOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [database, school])!;

    private static async Task<List<SchoolId>> SeenOfAsync<T>(TestDatabase database, SchoolId school)
        where T : class, IOfSchool
    {
        await using var db = database.Open(school);
        return (await db.Set<T>().AsNoTracking().ToListAsync()).ConvertAll(row => row.School);
    }
}
