using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>All that an act of destruction says: numbers, days and who approved, and nothing of a letter's words.</summary>
public sealed record FrozenDestruction
{
    /// <summary>The official language of the school then: ky or ru.</summary>
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    public required string Town { get; init; }

    public required int Number { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>When the last backup that holds the letters has expired.</summary>
    public required DateOnly FinalOn { get; init; }

    public required FrozenApproval First { get; init; }

    public required FrozenApproval Second { get; init; }

    public required int Files { get; init; }

    public required IReadOnlyList<FrozenDestroyed> Letters { get; init; }

    internal static async Task<FrozenDestruction> OfAsync(IshenimDb db, School school, Destruction done, IReadOnlyList<DueLetter> letters, int files)
    {
        var language = school.OfficialLanguage;
        return new FrozenDestruction
        {
            Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language), Town = school.Town,
            Number = done.Number!.Value, Day = done.EndedOn!.Value, FinalOn = done.FinalOn!.Value,
            First = await ApprovalAsync(db, done.PlannedBy!.Value, done.PlannedOn), Second = await ApprovalAsync(db, done.EndedBy!.Value, done.EndedOn.Value), Files = files,
            Letters = [.. letters.Select(letter => new FrozenDestroyed(letter.Facts.Number, letter.Facts.RegisteredOn, letter.Facts.ClosedOn!.Value, letter.Years, letter.Ground))],
        };
    }

    private static async Task<FrozenApproval> ApprovalAsync(IshenimDb db, PersonId id, DateOnly day)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == id);
        return new FrozenApproval(person.Name, person.Post, day);
    }
}

public sealed record FrozenApproval(string Name, string Post, DateOnly Day);

/// <param name="Number">Of the register.</param>
/// <param name="RegisteredOn">The day of registration.</param>
/// <param name="ClosedOn">The day on which its consideration ended.</param>
/// <param name="Years">The term of keeping.</param>
/// <param name="Ground">On what it rests; empty: what the school began with.</param>
public sealed record FrozenDestroyed(string Number, DateOnly RegisteredOn, DateOnly ClosedOn, int Years, string Ground);
