using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Writes the order that appoints a commission from its rows, and freezes it.</summary>
internal static class OrderWriting
{
    /// <summary>As it would be frozen on that day.</summary>
    public static async Task<FrozenOrder> OrderAsync(this IshenimDb db, Convocation convocation, DateOnly today)
    {
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var people = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).ToDictionaryAsync(person => person.Id);
        var language = school.OfficialLanguage;
        return new FrozenOrder
        {
            Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language), Town = school.Town,
            Number = convocation.OrderNumber, Day = convocation.OrderOn, SignedBy = convocation.SignedBy, FirstMeetingOn = convocation.FirstMeetingOn,
            Members = [.. convocation.Members.Select(member => Member(people[member.Person], member.Group)).OrderBy(one => one.Group).ThenBy(one => one.Name, StringComparer.Ordinal)],
            Responsible = await ResponsibleAsync(db, people, today), OpeningEveryDays = await db.OpeningDaysAsync(school, convocation.OrderOn),
        };
    }

    /// <summary>The form's own number counts the orders of a school year here; the order's number is the school's, in words.</summary>
    public static async Task FreezeOrderAsync(this IshenimDb db, Actor actor, Convocation convocation)
    {
        var year = SchoolYear.From(convocation.OrderOn);
        var form = await db.OrderAsync(convocation, actor.Today);
        var number = (int)await db.NextNumberAsync($"orders:{year.Begins}");
        await db.FreezeAsync(actor, new FormPlace(FormKind.Order, year, number), convocation.Id.Value, form);
    }

    private static FrozenAppointed Member(Person person, MemberGroup group) => new(person.Name, person.Post, group);

    private static async Task<FrozenResponsible?> ResponsibleAsync(IshenimDb db, Dictionary<PersonId, Person> people, DateOnly today)
    {
        var responsible = people.Values.Where(person => person.LeftOn is null && person.Has(Role.Responsible)).MinBy(person => person.Name, StringComparer.Ordinal);
        if (responsible is null)
            return null;
        var next = (await db.Set<StandIn>().AsNoTracking().Where(one => one.For == responsible.Id && one.To >= today).ToListAsync())
            .Where(one => people[one.By].LeftOn is null).MinBy(one => one.From);
        return new FrozenResponsible(responsible.Name, responsible.Post, responsible.Position == Position.Deputy,
            next is null ? null : new FrozenStandIn(people[next.By].Name, people[next.By].Post));
    }
}
