using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>All that the administrator may change of a school, as it shall be.</summary>
public sealed record SchoolInput
{
    /// <summary>The school's version when the form was shown.</summary>
    public required int Version { get; init; }

    public required SchoolName Name { get; init; }

    public required string Town { get; init; }

    public required string Language { get; init; }

    public required SchoolSettings Settings { get; init; }
}

/// <summary>Changes a school's names and settings.</summary>
public sealed class SchoolEditing(DatabaseGate database)
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the school meanwhile.</exception>
    public async Task ChangeAsync(Actor actor, SchoolInput input)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var school = await db.Set<School>().SingleAsync();
            db.Entry(school).Property(one => one.Version).OriginalValue = input.Version;
            school.Version = input.Version + 1;
            (school.Name, school.Town, school.Language, school.Settings) = (input.Name, input.Town, input.Language, input.Settings);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SchoolChanged));
        });
    }
}
