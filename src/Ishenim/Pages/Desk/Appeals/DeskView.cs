using System.Globalization;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>What the desk's pages about letters share: who is here, the school's calendar, names and addresses. Scoped.</summary>
public sealed class DeskView(SignedIn signedIn, CurrentSchool current, IshenimDb db, IHttpContextAccessor contexts, TimeProvider time, Say say)
{
    private readonly SchoolClock _clock = current.School.Clock(time);
    private IReadOnlyDictionary<PersonId, string>? _names;

    public Actor Actor => signedIn.Actor;

    public School School => current.School;

    public Say Say => say;

    public SchoolCalendar Calendar { get; } = current.School.Calendar();

    /// <summary>Everybody's name, also of those who left: history needs it.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync() => _names ??= await db.Set<Person>().AsNoTracking()
        .Select(person => new { person.Id, person.Name }).ToDictionaryAsync(person => person.Id, person => person.Name);

    /// <summary>A name from <see cref="NamesAsync"/>; the program itself, where nobody did it.</summary>
    public string NameIn(IReadOnlyDictionary<PersonId, string> names, PersonId? person) =>
        person is { } id && names.TryGetValue(id, out var name) ? name : say["journal.program"];

    /// <summary>Day and minute in the school's time zone: "16.11.2026, 15:10".</summary>
    public string Moment(DateTime utc)
    {
        var (day, time) = _clock.DayAndTimeOf(utc);
        return $"{Say.ShortDate(day)}, {time.ToString("HH':'mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The address of a page of this school, in the language of the request's address.</summary>
    public string Address(string path)
    {
        var request = contexts.HttpContext!.Request;
        var language = request.Query.ContainsKey("lang") ? $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={say.Language}" : "";
        return request.PathBase + path + language;
    }

    /// <summary>Working days from one day to another, the first not counted; negative when it is past.</summary>
    public int WorkingDays(DateOnly from, DateOnly to)
    {
        var (day, last) = from < to ? (from, to) : (to, from);
        var days = 0;
        while (day < last)
        {
            day = day.AddDays(1);
            days += Calendar.IsWorkingDay(day) ? 1 : 0;
        }
        return from < to ? days : -days;
    }
}
