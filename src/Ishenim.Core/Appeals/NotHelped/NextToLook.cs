using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.NotHelped;

/// <summary>To whom a letter goes whose answer did not help.</summary>
internal static class NextToLook
{
    /// <summary>The name never goes by itself, nor does handwriting.</summary>
    public static readonly IReadOnlyCollection<KeyClass> Given = [KeyClass.Letter, KeyClass.Reply, KeyClass.Desk, KeyClass.Redacted, KeyClass.Commission];

    /// <summary>
    /// The chair, else the deputy; where there is neither who may read it, the responsible person and the director. Nobody where they are kept
    /// from it, too: then its readers keep it.
    /// </summary>
    public static IReadOnlyList<RosterLine> Of(IReadOnlyList<RosterLine> roster, SealedFacts facts)
    {
        var ready = roster.Where(person => person.PublicKey is not null && !ReaderRule.KeptFrom(person, facts)).ToList();
        return ReaderRule.FirstOf(ready, [Role.Chair], [Role.DeputyChair], ReaderRule.Usual);
    }

    /// <summary>Seals to them what the giver holds and they do not; call it while the school is locked.</summary>
    /// <returns>Who got something.</returns>
    public static async Task<IReadOnlyList<PersonId>> GiveToNextAsync(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys)
    {
        var next = Of(await db.RosterAsync(), facts);
        // They read it in their own right from now on, wherever they only stood in for somebody or had it to consider.
        await db.UnmarkStandInsAsync(appeal.Id, [.. next.Select(person => person.Id)]);
        foreach (var person in next)
            await db.EndAssignmentAsync(appeal.Id, person.Id);
        var given = new List<PersonId>();
        foreach (var person in next)
            if (await db.GiveMissingAsync(appeal, facts, keys, person))
                given.Add(person.Id);
        return given;
    }

    public static async Task<bool> GiveMissingAsync(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys, RosterLine person)
    {
        if (ReaderRule.KeptFrom(person, facts))
            throw new ReaderExcluded();
        var there = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == appeal.Id && grant.Recipient == person.Id.Value)
            .Select(grant => new { grant.Class, grant.Epoch }).ToListAsync();
        var missing = keys.GrantTo(appeal.School, appeal.Id, person.Id.Value, person.PublicKey ?? throw new ReaderHasNoKey(), Given)
            .Where(grant => !there.Exists(one => one.Class == grant.Class && one.Epoch == grant.Epoch)).ToList();
        db.AddRange(missing);
        return missing.Count > 0;
    }
}
