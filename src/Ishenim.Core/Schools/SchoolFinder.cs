using Ishenim.Core.Storage;

namespace Ishenim.Core.Schools;

/// <summary>Finds a school by its address: every request asks, and so does every start.</summary>
public sealed class SchoolFinder(DatabaseGate database)
{
    /// <summary>The school in the installation's first place; null where there is none yet.</summary>
    public async Task<School?> FirstAsync() =>
        (await database.InstallationSql().ReadAsync($"""SELECT * FROM "Schools" ORDER BY "Place" LIMIT 1""", SchoolRow.Read)).SingleOrDefault();

    public async Task<School?> NamedAsync(string slug) =>
        (await database.InstallationSql().ReadAsync($"""SELECT * FROM "Schools" WHERE "Slug" = {slug}""", SchoolRow.Read)).SingleOrDefault();

    /// <summary>Whether one of them holds invented people and letters.</summary>
    public async Task<bool> HasDemoAsync(CancellationToken cancellation = default) =>
        (await database.InstallationSql().ReadAsync($"""SELECT 1 FROM "Schools" WHERE "Demo" LIMIT 1""", _ => true, cancellation)).Count > 0;
}
