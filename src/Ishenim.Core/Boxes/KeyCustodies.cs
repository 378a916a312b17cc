using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

/// <summary>A key's hand-over, as typed.</summary>
public sealed record NewHandOver
{
    public const int MostKeys = 9;
    public const int ReasonLength = 200;

    public required BoxId Box { get; init; }

    public required PersonId To { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How many keys.</summary>
    public required int Keys { get; init; }

    /// <summary>Empty: not said.</summary>
    public required string Reason { get; init; }
}

/// <summary>A key's hand-over, as the paper for both to sign says it.</summary>
public sealed record FrozenHandOver
{
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    public required string Town { get; init; }

    public required int Number { get; init; }

    public required int Box { get; init; }

    public required string Where { get; init; }

    /// <summary>Who gave it; null: it was nobody's before.</summary>
    public required FrozenSigner? From { get; init; }

    public required FrozenSigner To { get; init; }

    public required DateOnly Day { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public required int Keys { get; init; }

    public required string Reason { get; init; }

    /// <summary>On the box that day; empty: none was known.</summary>
    public required string Seal { get; init; }

    public bool Late => EnteredOn > Day;
}

/// <summary>Who holds the keys of the boxes.</summary>
public sealed class KeyCustodies(DatabaseGate database)
{
    /// <summary>The key goes to somebody: the custody before ends that day, and a paper for both to sign is frozen.</summary>
    /// <exception cref="OnlyResponsibleOrDirector">Somebody else.</exception>
    /// <exception cref="HandOverDayNotPossible">A day to come, or before the present holder got it.</exception>
    /// <exception cref="KeyAlreadyHeld">It is theirs.</exception>
    public async Task HandOverAsync(Actor actor, NewHandOver input)
    {
        actor.RequireKeeper();
        var (id, to, day) = (input.Box, input.To, input.Day);
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var box = await db.Set<Box>().SingleOrDefaultAsync(one => one.Id == id && one.InUseTo == null) ?? throw new BoxNotInUse();
            var holder = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Id == to && person.LeftOn == null) ?? throw new PersonHasLeft();
            var before = await db.Set<KeyCustody>().SingleOrDefaultAsync(custody => custody.Box == id && custody.To == null);
            if (before?.Holder == to)
                throw new KeyAlreadyHeld();
            if (day > actor.Today || day < (before?.From ?? box.InUseFrom))
                throw new HandOverDayNotPossible();
            before?.To = day;
            var custody = new KeyCustody { School = db.School, Id = Guid.NewGuid(), Box = id, Holder = to, From = day, EnteredOn = actor.Today };
            db.Add(custody);
            await db.SaveChangesAsync();
            await FreezeAsync(db, actor, box, before?.Holder, custody, holder, input);
        });
    }

    private static async Task FreezeAsync(IshenimDb db, Actor actor, Box box, PersonId? before, KeyCustody custody, Person holder, NewHandOver input)
    {
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var giver = before is { } id ? await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == id) : null;
        var language = school.OfficialLanguage;
        var year = Calendar.SchoolYear.From(custody.From);
        var number = (int)await db.NextNumberAsync($"keys:{year.Begins}");
        await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.BoxKeyHandedOver, Person: holder.Id, Detail: $"box:{box.Number} of:{custody.From:yyyy-MM-dd}"));
        await db.FreezeAsync(actor, new FormPlace(FormKind.KeyHandOver, year, number), custody.Id, new FrozenHandOver
        {
            Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language), Town = school.Town, Number = number, Box = box.Number, Where = box.Place,
            From = giver is null ? null : new FrozenSigner(giver.Name, giver.Post, Capacity.Other), To = new FrozenSigner(holder.Name, holder.Post, Capacity.Other),
            Day = custody.From, EnteredOn = custody.EnteredOn,
            Keys = input.Keys, Reason = input.Reason, Seal = await SealOnAsync(db, box, custody.From),
        });
    }

    /// <summary>A hand-over that is entered late: what the next opening found was on the box then.</summary>
    private static async Task<string> SealOnAsync(IshenimDb db, Box box, DateOnly day) => await db.Set<Opening>().AsNoTracking()
        .Where(opening => opening.Box == box.Id && opening.FinishedOn != null && opening.OpenedOn > day)
        .OrderBy(opening => opening.OpenedOn).ThenBy(opening => opening.OpenedMinute).Select(opening => opening.SealBefore).FirstOrDefaultAsync() ?? box.Seal;
}
