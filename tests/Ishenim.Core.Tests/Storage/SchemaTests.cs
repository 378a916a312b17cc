using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Tests.Storage;

/// <summary>The migrations are written by hand: what they make must be what the model says.</summary>
public sealed class SchemaTests
{
    /// <summary>A hidden row number would tell in which order rows came, across all tables.</summary>
    [Fact]
    public async Task Sqlite_EveryTable_HasNoRowNumber()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();

        var numbered = await db.Database.SqlQuery<string>(
            $"SELECT name AS Value FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND sql NOT LIKE '%WITHOUT ROWID%'").ToListAsync();

        Assert.Empty(numbered);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Migrate_FreshDatabase_HasTheModelsSchema(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.StartAsync(kind);
        await using var created = await TestDatabase.StartAsync(kind);
        await using (var db = created.Gate.OpenInstallation())
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
        }

        Assert.Equal(await DescribeAsync(created, kind), await DescribeAsync(migrated, kind));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Describe_ColumnAdded_IsSeen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var before = await DescribeAsync(database, kind);
        await using (var db = database.Gate.OpenInstallation())
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "People" ADD COLUMN "Extra" integer NULL""");

        Assert.NotEqual(before, await DescribeAsync(database, kind));
    }

    [Fact]
    public async Task Model_EveryTableOfASchool_LeadsItsKeyWithTheSchool()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();

        var others = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .Where(table => table.PrimaryKey!.Columns[0].Name != "School").Select(table => table.Name).Order();

        Assert.Equal(["ProtectionKeys", "Schools"], others);
    }

    /// <summary>Tables, columns with type, nullability and default, keys, indexes, as the database itself tells them.</summary>
    private static async Task<string> DescribeAsync(TestDatabase database, DatabaseKind kind)
    {
        await using var db = database.Gate.OpenInstallation();
        var lines = await db.Database.SqlQueryRaw<string>(kind == DatabaseKind.Sqlite ? OfSqlite : OfPostgres).ToListAsync();
        Assert.True(lines.Count > 100, "the database told too little to compare");
        return string.Join('\n', lines.Where(line => !line.Contains(OverOwned, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // EF cannot say an index over columns of the letter and of its owned facts together: only the migration has them.
    private const string OverOwned = "IX_Register_";

    private const string OfSqlite =
        """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || coalesce(c.dflt_value, '') AS "Value"
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT 'index ' || m.name || ' ' || i."unique" || ' ' || i.origin || ' ' || CASE i.origin WHEN 'c' THEN i.name ELSE '' END
            || ' ' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\'
        UNION ALL
        SELECT 'reference ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete || ' ' || f.seq
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string OfPostgres =
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '')
            || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_%'
        """;
}
