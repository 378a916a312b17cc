using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.NotHelped;

/// <summary>What the rows tell of "the answer did not help".</summary>
internal static class NotHelpedRows
{
    /// <summary>
    /// Words of writers after which the school sent no further answer, of all letters; no author: an index finds them. An
    /// answer that was written before the word appeared was not given to it.
    /// </summary>
    private static IQueryable<Part> Standing(this IshenimDb db) => db.Set<Part>().AsNoTracking().Where(word => word.Author == null && word.Kind == PartKind.NotHelped
        && !db.Set<Part>().Any(part => part.Appeal == word.Appeal && part.Kind == PartKind.Text && part.Side == AuthorSide.School && part.Sequence > word.Sequence && part.AppearsAt >= word.AppearsAt));

    /// <summary>The letters of which the desk shows such a word.</summary>
    public static IQueryable<AppealId> NotHelped(this IshenimDb db, DateTime at) =>
        db.Standing().Where(word => word.AppearsAt <= at).Select(word => word.Appeal);

    /// <summary>Whether its writer said so of the newest answer; shown yet or not.</summary>
    public static Task<bool> SaidNotHelpedAsync(this IshenimDb db, AppealId appeal) => db.Standing().AnyAsync(word => word.Appeal == appeal);

    /// <summary>Whether a letter with that official side waits to be considered again.</summary>
    public static async Task<bool> WaitsToBeConsideredAgainAsync(this IshenimDb db, AppealId appeal, AppealFacts facts, DateTime at) =>
        facts.IsAnswered() && await db.NotHelped(at).AnyAsync(one => one == appeal);

    /// <exception cref="AnswerDidNotHelp">Its writer said so, and nobody considers it again yet.</exception>
    public static async Task RequireHelpedAsync(this HeldAppeal held)
    {
        if (await held.Db.WaitsToBeConsideredAgainAsync(held.Row.Id, held.Facts, held.Actor.At))
            throw new AnswerDidNotHelp();
    }

    /// <summary>Its readers, and those who have it by the writer's word.</summary>
    public static async Task<IReadOnlyList<PersonId>> AllReadersOfAsync(this IshenimDb db, Appeal appeal) =>
        [.. await db.ReadersOfAsync(appeal), .. await db.WithoutDeskAsync(appeal)];

    /// <summary>Who holds the present letter key but not the desk's: they have the letter by its writer's word.</summary>
    public static async Task<IReadOnlyList<PersonId>> WithoutDeskAsync(this IshenimDb db, Appeal appeal)
    {
        var grants = await db.ReaderGrants()
            .Where(grant => grant.Appeal == appeal.Id && grant.Epoch == appeal.Epoch && grant.Recipient != appeal.Id.Value)
            .Select(grant => new { grant.Class, grant.Recipient }).ToListAsync();
        return [.. grants.Where(grant => grant.Class == KeyClass.Letter).Select(grant => new PersonId(grant.Recipient))
            .Except(grants.Where(grant => grant.Class == KeyClass.Desk).Select(grant => new PersonId(grant.Recipient)))];
    }
}
