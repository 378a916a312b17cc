using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>In which order people are told that an urgent letter waits.</summary>
internal static class Succession
{
    /// <summary>
    /// Who see the register, once their key is confirmed, and so may know that a letter of it waits. A letter kept from one of these is restricted, and
    /// of a restricted letter only its readers may know; a member may be one whom a letter is about, which is sealed.
    /// </summary>
    public static bool IsRegistrar(this RosterLine person) => person.PublicKey is not null && RoleGroups.Usual.Any(person.Roles.Contains);

    /// <summary>
    /// First those who were not told when the letter came; then its readers once more, since none of them took it up. Nobody
    /// stands there twice.
    /// </summary>
    public static IReadOnlyList<PersonId> Of(IReadOnlyList<RosterLine> roster, ReaderChoice choice)
    {
        var readers = choice.Readers.Select(reader => reader.Id).ToHashSet();
        var others = choice.Restricted ? [] : roster.Where(person => person.IsRegistrar() && !readers.Contains(person.Id) && !choice.Excluded.Contains(person.Id));
        return [.. InOrder(others), .. InOrder(choice.Readers)];
    }

    /// <summary>An urgent letter that just came waits from now on.</summary>
    public static void AddWait(this IshenimDb db, Arrival arrival, IReadOnlyList<RosterLine> roster)
    {
        if (arrival.Letter.Urgent)
            db.Add(new UrgentWait { School = db.School, Appeal = arrival.Id, Left = UrgentWait.Join(Of(roster, arrival.Choice)) });
    }

    /// <summary>Somebody took it up, answered or cancelled it: nobody else is told.</summary>
    public static Task EndWaitAsync(this IshenimDb db, AppealId appeal) =>
        db.Set<UrgentWait>().Where(wait => wait.Appeal == appeal).ExecuteDeleteAsync();

    private static IEnumerable<PersonId> InOrder(IEnumerable<RosterLine> people) => people.OrderBy(ReaderRule.RankOf).Select(person => person.Id).Distinct();
}
