using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>Sets a school up by its one-time link: names, numbers on paper, people, and a link for each of them.</summary>
public sealed class SchoolSetUp(DatabaseGate database, TimeProvider time)
{
    /// <summary>Whether the link still sets this school up. Looking does not use it.</summary>
    public async Task<bool> IsValidAsync(School school, string? token)
    {
        await using var db = database.Open(school.Id);
        return await db.FindInvitationAsync(token, time.GetUtcNow().UtcDateTime) is { Person: null };
    }

    /// <returns>A link for each person, in the order given.</returns>
    /// <exception cref="LinkNotValid">It was used or is too old.</exception>
    /// <exception cref="ChairMustBeIndependent">The chair is director or responsible person too.</exception>
    public async Task<IReadOnlyList<PersonLink>> SetUpAsync(School school, SetUpInput input)
    {
        var clock = school.Clock(time);
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var invitation = await db.UseInvitationAsync(input.Token, clock.UtcNow);
            if (invitation.Person is not null || await db.IsSetUpAsync())
                throw new LinkNotValid();
            await FillAsync(db, input, clock.Today);
            StartNumbers(db, input.Last, clock.Today);
            var links = await AddPeopleAsync(db, input.People, clock.UtcNow);
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.SchoolSetUp));
            foreach (var link in links)
                await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.PersonAdded, Person: link.Person, Detail: RoleNames.Of(link.Roles)));
            return links;
        });
    }

    private static async Task FillAsync(IshenimDb db, SetUpInput input, DateOnly today)
    {
        var school = await db.Set<School>().SingleAsync();
        school.Name = input.Name;
        school.Town = input.Town;
        school.Language = input.Language;
        school.Settings = school.Settings with { LastOpeningOn = input.LastOpeningOn, SixDayWeek = input.SixDayWeek };
        school.Version++;
        if (input.BoxPlace.Length > 0)
            db.Add(new Box
            {
                School = school.Id, Id = BoxId.New(), Number = 1, Place = input.BoxPlace, Seal = "",
                InUseFrom = input.LastOpeningOn is { } last && last < today ? last : today,
            });
    }

    private static void StartNumbers(IshenimDb db, LastNumbers last, DateOnly today)
    {
        var year = SchoolYear.From(today).Begins;
        foreach (var (series, number) in new[]
        {
            ($"appeals:{today.Year}", last.Appeals), ($"acts:{year}", last.Acts), ($"protocols:{year}", last.Protocols), ($"openings:{year}", last.Openings),
        })
            if (number > 0)
                db.StartAfter(series, number);
    }

    private static async Task<IReadOnlyList<PersonLink>> AddPeopleAsync(IshenimDb db, IReadOnlyList<PersonInput> people, DateTime at)
    {
        var links = new List<PersonLink>();
        foreach (var input in people)
        {
            var person = input.NewPerson(db.School);
            db.Add(person);
            links.Add(new PersonLink(person.Id, person.Name, [.. input.Roles.Order()], await db.InviteAsync(person.Id, at)));
        }
        return links;
    }
}

internal static class SetUpState
{
    /// <summary>A school is set up as soon as it has people.</summary>
    public static Task<bool> IsSetUpAsync(this IshenimDb db) => db.Set<Person>().AnyAsync();
}
