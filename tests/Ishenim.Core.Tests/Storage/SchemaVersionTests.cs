using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

public sealed class SchemaVersionTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task IsThisAsync_AllMigrationsOrOneMissing_IsToldApart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        Assert.True(await SchemaVersion.IsThisAsync(database.Gate.InstallationSql()));

        await using (var db = database.Gate.OpenInstallation())
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '0005_Consideration'""");

        Assert.False(await SchemaVersion.IsThisAsync(database.Gate.InstallationSql()));
    }

    /// <summary>The newest program may have gone, and an older one come back over its database.</summary>
    [Fact]
    public async Task IsThisAsync_OneMoreThanThisProgramKnows_IsEnough()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using (var db = database.Gate.OpenInstallation())
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('9999_Later', '99')""");

        Assert.True(await SchemaVersion.IsThisAsync(database.Gate.InstallationSql()));
    }

    [Fact]
    public async Task IsThisAsync_NoDatabaseYet_IsFalse()
    {
        using var folder = new TemporaryFolder();
        using var gate = new DatabaseGate(new StorageSettings { Folder = folder.Path });

        Assert.False(await SchemaVersion.IsThisAsync(gate.InstallationSql()));
    }
}
