using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Takes letters of one school into its register, whatever way they came, inside a transaction.</summary>
internal static class Arrivals
{
    /// <summary>Each accepted one gets readers, number and rows; why another is not, it says itself.</summary>
    /// <returns>The roster by which readers were chosen.</returns>
    public static async Task<IReadOnlyList<RosterLine>> RegisterAsync(this IshenimDb db, IReadOnlyList<Arrival> arrivals, TimeProvider time)
    {
        // Under the lock, so that no reader's key or role changes until the letters are sealed to them.
        await db.LockSchoolAsync();
        var roster = await db.RosterAsync();
        var taken = await TakenAsync(db, arrivals);
        // One moment for all of it: at midnight of New Year series and numbers would part else.
        var clock = arrivals[0].School.Clock(time).Stopped();
        var standIns = await db.StandInsOnAsync(clock.Today);
        foreach (var arrival in arrivals)
            arrival.Choose(roster, taken, standIns);
        var accepted = arrivals.Where(arrival => arrival.Refused is null).ToList();
        if (accepted.Count == 0)
            return roster;
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        foreach (var series in accepted.GroupBy(arrival => arrival.Choice.Restricted))
            await NumberAsync(db, school, clock, series.Key, [.. series]);
        Parallel.ForEach(accepted, arrival => arrival.Seal());
        await db.InsertAsync(accepted.SelectMany(arrival => arrival.Rows.Concat(db.NoticesOf(arrival))));
        foreach (var arrival in accepted)
            db.AddWait(arrival, roster);
        await db.JournalArrivalsAsync(clock.Today, JournalVerb.LetterArrived, accepted.Select(arrival => arrival.Id));
        return roster;
    }

    /// <summary>Which of the ids, which their pages chose, are letters already, or persons: grants of both stand under the same ids.</summary>
    private static async Task<HashSet<Guid>> TakenAsync(IshenimDb db, IReadOnlyList<Arrival> arrivals)
    {
        var ids = arrivals.Select(arrival => arrival.Id).ToList();
        var persons = ids.ConvertAll(id => new PersonId(id.Value));
        var letters = await db.Set<Appeal>().Where(appeal => ids.Contains(appeal.Id)).Select(appeal => appeal.Id).ToListAsync();
        var people = await db.Set<Person>().Where(person => persons.Contains(person.Id)).Select(person => person.Id).ToListAsync();
        return [.. letters.Select(id => id.Value), .. people.Select(id => id.Value)];
    }

    private static async Task NumberAsync(IshenimDb db, School school, SchoolClock clock, bool restricted, IReadOnlyList<Arrival> arrivals)
    {
        var place = await db.NextNumbersAsync(RegisterNumber.SeriesOf(clock.Today.Year, restricted), arrivals.Count);
        foreach (var arrival in arrivals)
            arrival.Number(school, clock, place++);
    }

    private static IEnumerable<OutboxMail> NoticesOf(this IshenimDb db, Arrival arrival) => db.NoticesTo(
        arrival.School, arrival.Choice.Readers, arrival.Letter.Urgent ? Notice.UrgentLetter : Notice.NewLetter, arrival.AppearsAt, arrival.Choice.Restricted);
}
