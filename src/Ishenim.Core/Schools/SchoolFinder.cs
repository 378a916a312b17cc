using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>Finds a school by its address. Every request asks, and so does every start: the queries are compiled once.</summary>
public sealed class SchoolFinder(DatabaseGate database)
{
    // Not static: a compiled query is of one database's model.
    private readonly Func<IshenimDb, Task<School?>> _firstAsync =
        EF.CompileAsyncQuery((IshenimDb db) => db.Set<School>().AsNoTracking().OrderBy(school => school.Place).FirstOrDefault());

    private readonly Func<IshenimDb, string, Task<School?>> _namedAsync =
        EF.CompileAsyncQuery((IshenimDb db, string slug) => db.Set<School>().AsNoTracking().SingleOrDefault(school => school.Slug == slug));

    /// <summary>The school in the installation's first place; null where there is none yet.</summary>
    public async Task<School?> FirstAsync()
    {
        await using var db = database.OpenInstallation();
        return await _firstAsync(db);
    }

    public async Task<School?> NamedAsync(string slug)
    {
        await using var db = database.OpenInstallation();
        return await _namedAsync(db, slug);
    }
}
