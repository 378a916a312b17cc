using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>The schools of the installation in their order, for work that goes through all of them.</summary>
public static class AllSchools
{
    public static async Task<IReadOnlyList<School>> SchoolsAsync(this DatabaseGate database, CancellationToken cancellation = default)
    {
        await using var db = database.OpenInstallation();
        return await db.Set<School>().AsNoTracking().OrderBy(school => school.Place).ToListAsync(cancellation);
    }

    /// <summary>Those that are set up: letters come there.</summary>
    public static async Task<IReadOnlyList<School>> OpenSchoolsAsync(this DatabaseGate database, CancellationToken cancellation) =>
        [.. (await database.SchoolsAsync(cancellation)).Where(school => school.OpenedOn is not null)];
}
